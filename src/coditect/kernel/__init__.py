"""What every context stands on: settings, database, events, HTTP, mail, files, clock, ids.

The kernel knows no domain word. Its modules are imported one by one (`from coditect.kernel.db import Database`);
contexts, by contrast, are entered only through their package.
"""
