package org.ohmgrad.circuit;

import java.util.Arrays;

/**
 * The lines that are one node each behind a resistance: their wires have none, their terminals have. Ports are the word
 * lines and then the bit lines, of all of which only these are free.
 */
final class LumpedPorts {
    private final int rows;
    private final double[] contact;
    private final double[] load;

    /**
     * @param conductances of the cells, rows x cols
     * @param ideal the contacts without the resistances of these lines
     * @param contacts the contacts
     */
    LumpedPorts(double[] conductances, int rows, int cols, Contacts ideal, Contacts contacts) {
        this.rows = rows;
        contact = new double[rows + cols];
        load = new double[rows + cols];
        int ends = contacts.ends() == Contacts.Ends.BOTH ? 2 : 1;
        for (int port = 0; port < contact.length; port++) {
            boolean bitLine = port >= rows;
            boolean free = ideal.ohms(bitLine) != contacts.ohms(bitLine);
            contact[port] = free ? ends / contacts.ohms(bitLine) : 0;
        }
        for (int cell = 0; cell < conductances.length; cell++) {
            load[cell / cols] += conductances[cell];
            load[rows + cell % cols] += conductances[cell];
        }
    }

    int count() {
        return contact.length;
    }

    boolean isFree(int port) {
        return contact[port] > 0;
    }

    /** Conductance between a free line and what is behind its terminals, siemens. */
    double contact(int port) {
        return contact[port];
    }

    /** About what a free line feels in all, siemens: never less than it does. */
    double stiffness(int port) {
        return contact[port] + load[port];
    }

    double[] wordLines(double[] ports) {
        return Arrays.copyOf(ports, rows);
    }

    double[] bitLines(double[] ports) {
        return Arrays.copyOfRange(ports, rows, ports.length);
    }
}
