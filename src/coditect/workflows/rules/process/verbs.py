"""What verbs do in a description of work. Each table is one idea, with an example of its use."""

from coditect.workflows.rules.language.wordlist import phraseset, wordset

# They describe how things are, not what is done: `the file contains the order`.
STATES = wordset(
    "be have thank forget exist contain include consist belong depend mean know want like hope think believe seem appear happen "
    "remain concern relate involve comprise cost matter differ equal exceed own understand expect assume represent "
    "refer base intend last deserve become result cause enable allow permit occur lead let guess wish care "
    "serve work live stand lie sit vary mention describe follow love hate tend say explain suppose require use "
    "prefer enjoy lack need span total amount start begin correspond suffice arise apply affect help grow exist come take_place "
    "consider deal meet rely regard name call attach sound look feel hear see seem define mind bear hold keep"
)
# … some of them are actions all the same when they have an object that is worked on: `explain the offer to the client`.
STATES_WITHOUT_OBJECT = wordset(
    "serve explain describe use apply define consider call attach see follow name keep start begin refer hold meet"
)
# Done to something they are work, though of themselves they are states: `a meeting is held`, `the patient is called`.
STATES_DONE = wordset("hold call hear refer keep describe define explain name attach serve")
# Finding out: with `whether …` they are work: `I look whether there is any news`.
LOOKS = wordset("look see")
# Said of persons without any object they are work: `an applicant calls`.
CALLS = wordset("call")
# Taking somebody or something to a place: the place does not receive it as a person would.
MOVES = wordset("bring take move transport drive walk carry lead wheel lift")
# Said of persons they are actions: `the customer decides`, `the applicant comes to the counter`.

# The verb that follows is what is done: `tries to negotiate`, `is responsible for checking`.
CONTROLS = wordset(
    "try need have want wait start begin continue attempt plan fail proceed require use go help agree aim tend ask "
    "oblige expect suppose schedule allow be manage intend prepare tell instruct remember forget"
)
# The process itself ends or begins: `the process is finished`, `which ends the process`.
ENDS = wordset("end finish stop terminate complete close conclude cancel abort")
BEGINS = wordset("start begin commence initiate trigger launch open")
# Going back: `return it to the clerk`, `repeat the check`.
GOES_BACK = phraseset(
    "return|send back|hand back|give back|go back|refer back|pass back|route back|push back"
)
REPEATS = wordset("repeat redo restart reiterate") | {"start over", "start again"}

# The object is the person addressed: `inform the customer`.
ADDRESSES = wordset(
    "inform notify tell ask remind advise contact alert instruct invite warn phone brief assist interview consult greet welcome call question"
)
SENDS = wordset(
    "send forward submit mail email e-mail transmit deliver ship notify inform return post publish dispatch fax "
    "announce invite remind alert communicate reply answer respond provide pass route refer escalate"
) | {"send back", "send out", "hand over", "pass on", "send off"}
# Somebody gets something: `the tenant is given the keys`.
GIVES = wordset("give send hand offer show pay grant issue assign teach lend provide tell") | {"hand over"}
# Turning to somebody: `the patient reports to the desk`.
TURNS_TO = wordset("report apply go come return respond reply refer")
RECEIVES = wordset("receive get obtain")
# Deciding by rules: `calculate the premium`.
RULES = wordset(
    "calculate compute determine classify rate score validate match compare verify decide prioritize prioritise "
    "categorize categorise rank estimate evaluate"
)
# Hands are needed: `assemble the bicycle`.
PHYSICAL = wordset(
    "assemble pack load unload clean cut weld drill paint install repair transport carry move lift inspect measure "
    "wash cook serve examine treat operate inject draw pick put place sort open sign stamp print scan ship "
    "deliver test mount build produce manufacture weigh label wrap store bring collect meet visit"
)
# What hands do with goods: `hand over the laptop`.
HANDLES = wordset(
    "return show give receive collect bring take fetch load unload pack store move pick ship deliver"
) | {"hand over", "hand in", "pick up", "hand", "hand out", "send", "send back", "bring in", "hand back"}
# Judgement is needed: `approve`, `negotiate`.
JUDGES = wordset(
    "sign approve reject negotiate decide judge assess evaluate diagnose interview advise design plan review discuss "
    "recommend select choose prioritise prioritize investigate analyse analyze agree authorise authorize interpret "
    "examine consult resolve mediate estimate write draft"
)
# Finding out what is wrong and putting it right: `corrects the invoice`.
MENDS = wordset("correct fix clarify solve troubleshoot adjust rectify amend settle")
# A program does these well: `save the record`.
DIGITAL = wordset(
    "calculate compute register record enter save store update generate create send notify email log archive import "
    "export upload download transfer copy match validate check verify schedule book forward file retrieve search "
    "assign confirm print inform remind publish sync synchronise synchronize post submit capture"
)
# Looking again at what others did: control without change.
CHECKS = wordset(
    "check verify inspect review validate examine control test audit confirm reconcile proofread"
)
# Waiting is no work: `wait for the reply`.
WAITS = wordset("wait await")
# The preposition belongs to the verb, and what follows it is worked on: `waits for the reply`, `goes through the list`.
WITH_PREPOSITION = {"wait": wordset("for"), "look": wordset("at into through"), "go": wordset("through")}
# What they tell of is done: `Eva explained that requests are signed off by Jo`.
REPORTS = wordset("explain say mention agree state stress emphasise emphasize point_out recall")
# What happens to things without anyone doing it: `the part arrives`, `orders come in`.
HAPPENS = wordset(
    "arrive come go fail pass expire appear elapse occur increase decrease decline vary change end begin run"
)
# With a number of cases they state a volume: `we process about 120 invoices per week`.
COUNTS = wordset("process handle receive get manage do see serve treat answer deal register produce ship")
# With a time limit they state a rule: `a repair must be finished within 3 days`.
CLOSES = wordset("finish complete do handle process answer resolve close take respond")
# With a time they state a rule: `the form must be kept for ten years`.
KEEPS = wordset("keep retain store archive preserve")
# With a duration as object they state how long something takes: `checking it takes 12 minutes`.
LASTS = wordset("take last spend need cost require save waste")
