"""What nouns stand for: people, departments, systems, documents. Tables with the reasons they are tables of."""

import re

from coditect.workflows.rules.language.lexicon import look_up
from coditect.workflows.rules.language.wordlist import wordset

# Roles whose endings do not give them away: `the clerk`, `a guest`.
ROLES = wordset(
    "clerk manager head chief boss assistant secretary colleague employee worker staff personnel expert specialist "
    "nurse doctor physician surgeon patient client customer buyer seller vendor supplier guest visitor user member "
    "applicant claimant candidate consultant accountant analyst agent broker dealer operator engineer developer "
    "director president ceo cfo cto owner partner party person people someone somebody everyone nobody student teacher professor "
    "tutor dean judge lawyer attorney police officer inspector auditor reviewer approver requester requestor petitioner "
    "cashier receptionist dispatcher driver courier carrier cook chef waiter waitress host sommelier caller mechanic "
    "technician architect designer tester administrator admin coordinator planner scheduler buyer handler underwriter "
    "adjuster representative rep salesperson salesman technologist pharmacist lab-technician contractor subcontractor "
    "citizen resident tenant landlord debtor creditor creditor payer payee recipient sender author editor publisher "
    "man woman parent child friend master apprentice trainee intern volunteer donor sponsor foreman lead leader "
    "supervisor registrar librarian moderator maintainer committer stakeholder paramedic radiologist biologist "
    "superior subordinate successor principal deputy delegate counsel insured insurer policyholder merchant"
)
# Groups of people: `the sales department`.
DEPARTMENTS = wordset(
    "department team unit office division group board committee desk crew staff section registry court agency bureau "
    "authority organization organisation management administration accounting accounts procurement purchasing finance "
    "hr it marketing sales logistics warehouse storehouse store reception support helpdesk service laboratory lab "
    "pharmacy production engineering legal compliance audit shipping dispatch kitchen ward clinic hospital dealership "
    "facility facilities branch headquarters council commission center centre operations quality payroll controlling"
)
_AMBIGUOUS_DEPARTMENTS = wordset(
    "center centre service support quality production audit sales marketing shipping dispatch accounts compliance legal reception "
    "administration management branch store kitchen accounting section group board operations it finance logistics "
    "controlling payroll procurement"
)
# … which need no article and no second word: `sent to legal`, `forwarded to IT`.
NAMED_DEPARTMENTS = wordset(
    "it hr legal accounting finance purchasing procurement marketing sales logistics controlling payroll compliance"
)
# What costs are booked on: no department, although it sounds like one.
_ACCOUNTS = frozenset({"cost centre", "cost center", "profit centre", "profit center"})
# Organizations outside: `the bank`.
EXTERNAL = wordset(
    "customer client supplier vendor applicant claimant patient guest visitor citizen bank insurer insurance company "
    "firm government ministry court police courier carrier partner contractor subcontractor candidate caller party "
    "buyer debtor tenant policyholder merchant shop dealer publisher university school corporation enterprise "
    "landlord donor sponsor"
)
# Software and machines: `the system`.
SYSTEMS = wordset(
    "system software app database portal website platform server erp crm api bot service_desk robot "
    "machine spreadsheet scanner printer module interface webshop scheduler sensor terminal "
    "intranet mailbox inbox chatbot"
)
# Products that people name: capital letters help, these need none.
PRODUCTS = wordset(
    "sap salesforce jira excel outlook sharepoint confluence slack teams github gitlab jenkins docusign quickbooks xero "
    "hubspot zendesk servicenow workday oracle dynamics netsuite datev stripe paypal trello asana notion dropbox gmail "
    "epic cerner pacs lims mes wms tms hris ats ehr emr erp crm pos plm scada kubernetes docker aws azure powerbi "
    "tableau access word zoom google visio sentry datadog pagerduty sonarqube figma intercom twilio mailchimp shopify "
    "magento woocommerce sftp ftp edi elster concur ariba coupa greenhouse"
)
# What work is done on; never an actor, whatever its ending: `the order`, `a folder`.
THINGS = wordset(
    "order folder number letter paper matter offer answer reminder register container filter parameter counter cover "
    "newsletter transfer tender voucher ledger calendar quarter chapter computer printer order cylinder "
    "power water copper timer timber error mirror factor sector vector floor door color colour vendor_list contract "
    "request claim invoice form document file report mail email case application complaint ticket item part product "
    "goods package parcel payment amount result decision process procedure instance task step activity information "
    "data list note notice message notification record receipt bill check cheque plan proposal quote quotation "
    "budget change price fee deal delivery shipment event day week month year time date deadline end beginning "
    "condition problem issue question request instruction mark layer behavior behaviour manner cancer fever weather "
    "paperwork meeting test sample review approval rejection copy version draft agreement contract policy reimbursement "
    "wafer disorder barrier corner border shoulder finger trigger user_story purpose goal aim objective idea evening "
    "morning afternoon night way possibility situation question address bed"
)
# Words for work itself: `both tasks`.
WORK_WORDS = wordset("task activity step action work job")
PROCESS_WORDS = wordset("process workflow procedure instance")
PERSON_PRONOUNS = wordset("i we he she you who everyone everybody someone somebody")
THING_PRONOUNS = wordset("it this that these those them they")

_ROLE_ENDING = re.compile(
    r"(?:[^aeiou]er|eer|ier|yer|tor|sor|ist|ant|ent|ian|ee|man|men|woman|women|person)$"
)
_ROLE_ENT = wordset(
    "agent student president resident client patient tenant dependent superintendent correspondent"
)
_NOT_ROLE = wordset(
    "committee fee degree guarantee trustee_fee refugee_status agreement document equipment payment department"
)
# Things with a weight: no program sends a laptop.
GOODS = wordset(
    "laptop phone computer parcel package goods product key badge pallet truck box sample part bicycle bike device "
    "machine vehicle car tool equipment bed meal food drink bread water blood bag wristband luggage uniform material "
    "tray shipment luggage monitor headset"
)
DOCUMENTS = wordset(
    "form document file report letter mail email contract invoice receipt certificate list record application order "
    "request claim ticket paper spreadsheet note policy quote quotation offer register protocol statement"
)
UNSTRUCTURED = wordset(
    "email e-mail mail letter paper phone call conversation meeting fax note scan photo handwritten"
)


# How something is done, after `by`: `by courier`, `by hand`.
MEANS = wordset(
    "hand car train plane truck ship bus air sea road courier post fax telephone way means chance default law accident "
    "reason use virtue definition agreement method hour percent factor amount date rule nature night end noon midnight "
    "monday tuesday wednesday thursday friday saturday sunday"
)

WEEKDAYS = wordset("monday tuesday wednesday thursday friday saturday sunday morning evening afternoon night")


def singular(word: str) -> str:
    return look_up(word.lower()).noun or word.lower()


def is_goods(name: str | None) -> bool:
    """Whether something can only be moved by hand: `laptop and phone`; not `laptop order`."""
    parts = (name or "").lower().replace(",", " and ").split(" and ")
    return any(part.split() and singular(part.split()[-1]) in GOODS for part in parts)


def names_role(head: str) -> bool:
    """Whether a lower-case singular noun names a person by what they do."""
    if head in THINGS or head in SYSTEMS:
        return False
    if head in ROLES:
        return True
    if head.endswith(("ant", "ent")) and head not in _ROLE_ENT:
        return head.endswith(("ccountant", "ssistant", "nsultant", "pplicant", "ttendant"))
    return bool(_ROLE_ENDING.search(head)) and head not in _NOT_ROLE and _derived_from_verb(head)


def _derived_from_verb(head: str) -> bool:
    """`reviewer` from review; `folder` would pass too, hence the table of things."""
    for ending in ("er", "or", "ee", "r"):
        if head.endswith(ending):
            stem = head[: -len(ending)]
            stems = (stem, stem + "e", stem[:-1] if len(stem) > 2 and stem[-1:] == stem[-2:-1] else stem)
            if any(look_up(candidate).verb for candidate in stems):
                return True
    return head.endswith(("ist", "ian", "man", "men", "woman", "women", "person"))


def names_department(words: list[str]) -> bool:
    """`the sales department`, `Accounting`; `customer support` but not `support` alone in lower case."""
    head = words[-1]
    if " ".join(words[-2:]) in _ACCOUNTS:
        return False
    return head in DEPARTMENTS and (head not in _AMBIGUOUS_DEPARTMENTS or len(words) > 1)


def names_system(words: list[str]) -> bool:
    return (
        words[-1] in SYSTEMS
        or words[-1] in PRODUCTS
        or (len(words) > 1 and words[-1] == "service" and "web" in words)
    )
