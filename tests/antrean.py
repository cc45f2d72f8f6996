"""The task queue of tests: work is done at once, and nothing is looked at again later."""

from django_tasks.backends.dummy import DummyBackend
from django_tasks.backends.immediate import ImmediateBackend


class Segera(ImmediateBackend):
    """Does a task where it is asked for; one for later is only accepted."""

    supports_defer = True

    def enqueue(self, task, args, kwargs):
        if task.run_after is not None:
            return DummyBackend(self.alias, {}).enqueue(task, args, kwargs)
        return super().enqueue(task, args, kwargs)
