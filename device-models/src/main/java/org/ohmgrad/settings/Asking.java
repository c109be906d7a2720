package org.ohmgrad.settings;

/** Settings of a part that asks something of its surroundings; lists of parts and the reference of settings show what. */
public interface Asking {
    /**
     * What the part asks for.
     *
     * @return something whose text says it in words, such as {@code 1 forward read}
     */
    Object needs();
}
