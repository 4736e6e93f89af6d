package io.github.registryclient.cleanup.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** What a journal needs of a disk. Tests give it one that is full, or fills up. */
interface Disk {
    /** How many bytes more there is room for, at the folder or where it would be made. */
    long room(Path folder) throws IOException;

    /** Makes an empty file in a folder, which is made too where it is missing. */
    void make(Path file) throws IOException;

    /** Opens a file to write on, at this length; what is behind is cut off. */
    Sink open(Path file, long length) throws IOException;

    /** Gives a file another name, in one step. */
    void rename(Path file, Path name) throws IOException;

    /** An open file. */
    interface Sink extends Closeable {
        void write(byte[] bytes) throws IOException;

        /** How long the file is now, whoever wrote it. */
        long length() throws IOException;

        /** Returns when all that was written is on the disk. */
        void sync() throws IOException;
    }
}
