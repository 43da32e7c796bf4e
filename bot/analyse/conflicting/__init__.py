"""The parts that hold two reports' claims and quotations against each other, kind by kind."""
