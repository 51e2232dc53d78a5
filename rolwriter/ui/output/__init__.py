"""What leaves the office: kinds of copies, proof, publication, the record of both."""
