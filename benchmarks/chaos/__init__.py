"""Several operators on one account, random faults, random kills: is anything lost, doubled or wrongly adopted?

Run it with ``make chaos ARGS="--seed 7 --creates 2000"``. The parts::

    __main__   the command line and the report
    rounds     large numbers of creates, an account for each thousand
    running    the sandbox, the operators' processes, their deaths, things made by other programs
    operating  one operator, in a process of its own that may die at any moment
      workload   what an operator has to create
      troubles   what goes wrong
      diary      what an operator asked for and was told, kept over deaths
    watching   what went over the wire, seen from the service
    account    everything that is left at the end: histories, diaries, effects
    violations what is lost, doubled or mixed up
    report     counts it

The seed decides about requests, troubles and deaths; how the processes overlap is up to the computer.
"""
