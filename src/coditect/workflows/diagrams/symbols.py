"""Small line drawings, 16 by 16, that say what a colour alone must not: task types, actors, events, gateways."""

from __future__ import annotations

from coditect.workflows.diagrams.model import EventKind, Family, GatewayKind, TaskType

_PERSON = '<circle cx="8" cy="4.9" r="2.9"/><path d="M2.4 14.3c.3-3.3 2.6-5 5.6-5s5.3 1.7 5.6 5"/>'
_ENVELOPE = '<rect x="1.5" y="3.5" width="13" height="9.5" rx="1.5"/>'
_GEAR = (
    '<circle cx="8" cy="8" r="2"/><path d="M8 1.6v2.2M8 12.2v2.2M1.6 8h2.2M12.2 8h2.2M3.5 3.5l1.5 1.5M11 11l1.5 1.5'
    'M3.5 12.5L5 11M11 5l1.5-1.5"/><circle cx="8" cy="8" r="4.3"/>'
)
_HAND = (
    '<path d="M5.2 8.3V3.7a1 1 0 0 1 2 0v3.5V2.5a1 1 0 0 1 2 0v4.7V3.4a1 1 0 0 1 2 0v4.3V5.5a1 1 0 0 1 2 0V10'
    'a4.4 4.4 0 0 1-4.4 4.4h-.6a4.6 4.6 0 0 1-3.7-1.9L2.2 9.9a1.05 1.05 0 0 1 1.7-1.2l1.3 1.5z"/>'
)

TASKS: dict[TaskType, str] = {
    TaskType.NONE: "",
    TaskType.USER: _PERSON,
    TaskType.SERVICE: _GEAR,
    TaskType.MANUAL: _HAND,
    TaskType.SEND: '<path d="M14.2 1.8L1.8 6.6l4.9 2.7 2.7 4.9zM6.7 9.3l3.4-3.4"/>',
    TaskType.RECEIVE: _ENVELOPE + '<path d="M2 4.3l6 4.4 6-4.4"/>',
    TaskType.RULE: '<rect x="1.8" y="2.8" width="12.4" height="10.4" rx="1.2"/><path d="M1.8 6.3h12.4M6 6.3v6.9M6 9.8h8.2"/>',
    TaskType.SUBPROCESS: '<rect x="2" y="2" width="12" height="12" rx="2"/><path d="M8 5v6M5 8h6"/>',
}

FAMILIES: dict[Family, str] = {
    Family.PEOPLE: _PERSON,
    Family.AGENT: '<path d="M8 1.5l1.7 4.8 4.8 1.7-4.8 1.7L8 14.5 6.3 9.7 1.5 8l4.8-1.7z"/>',
    Family.SYSTEM: '<rect x="2" y="2.5" width="12" height="4.6" rx="1.2"/><rect x="2" y="8.9" width="12" height="4.6" rx="1.2"/>'
    '<path d="M4.6 4.8h.1M4.6 11.2h.1"/>',
    Family.COORDINATION: '<path d="M8 1.8L14.2 8 8 14.2 1.8 8z"/>',
    Family.DONE: '<circle cx="8" cy="8" r="6.2"/><path d="M5.2 8.2l2 2 3.7-4"/>',
    Family.NEUTRAL: '<circle cx="8" cy="8" r="6" stroke-dasharray="2.2 2.2"/>',
}

EVENTS: dict[EventKind, str] = {
    EventKind.NONE: "",
    EventKind.MESSAGE: TASKS[TaskType.RECEIVE],
    EventKind.TIMER: '<circle cx="8" cy="8" r="6"/><path d="M8 4.4V8l2.4 1.5"/>',
    EventKind.ERROR: '<path d="M3.2 13.2L5.9 4.6l3.4 5.2 3.5-7-2.6 8.9-3.4-5z"/>',
}

GATEWAYS: dict[GatewayKind, str] = {
    GatewayKind.XOR: '<path d="M4 4l8 8M12 4l-8 8"/>',
    GatewayKind.AND: '<path d="M8 2.6v10.8M2.6 8h10.8"/>',
    GatewayKind.LOOP: '<path d="M12.9 9.2A5 5 0 1 1 11.6 4.4M12.2 1.9v3.2H9"/>',
}
