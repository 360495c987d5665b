package com.rjchronos.persistence.connection;

/** A role of the database and its password. */
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return "Credentials[" + user + ", ***]";
    }
}
