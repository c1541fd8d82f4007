"""News of one event, told twice, and news of another."""

NEWS = (
    "Brokers from Lacustria persuaded the farmers' league and the dam authority to reopen the "
    "sluices at Wendle, ending a month in which barley withered along the canal."
)
RETOLD = (
    "The sluices of Wendle are open again. Lacustria's brokers had sat with the dam authority for "
    "a night; the league, whose barley was dying beside the canal, called its farmers home."
)
OTHER = (
    "Two ferries collided off the Marrow islands in thick fog, and the coast guard said that all "
    "sixty passengers were brought ashore by fishing boats before the hull gave way."
)
