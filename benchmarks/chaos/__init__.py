"""Chaos test: several operators on one account, with random faults and kills; counts lost, doubled and wrong IDs.

Run it with ``make chaos ARGS="--seed 7 --creates 2000"``. The parts::

    __main__   the command line and the report
    rounds     large numbers of creates, with an account per thousand
    running    the sandbox, the operators' processes, kills, objects of other programs
    operating  one operator, in a process of its own that may be killed at any moment
      workload   the requests of an operator
      troubles   the faults
      diary      requests and results of an operator, on the disk
    watching   requests and list pages, recorded at the service
    account    the final state: histories, diaries, effects
    violations lost, doubled and mixed-up objects
    report     their counts

The seed determines requests, faults and kills; the interleaving of the processes varies.
"""
