"""Agent runs: steps in which agents work with tools, on the server and in a folder of one's own alike.

`handler` is the durable step: it takes up what an earlier attempt left, opens the place where the agent works, and lets
`loop` ask the model and carry out calls. `journal` stores each step before and after it happens; `limits` and `modes`
say how far an agent may go by itself; `service` is what people do to agent runs, `reading` what they see of them.
"""
