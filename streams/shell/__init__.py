"""The Kafka shell: everything that knows Faust or aiokafka, but for the agents in their stages."""
