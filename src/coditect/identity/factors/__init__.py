"""Second factors: codes of an app, by mail and by SMS, recovery codes, passkeys; and the gate that asks for them."""
