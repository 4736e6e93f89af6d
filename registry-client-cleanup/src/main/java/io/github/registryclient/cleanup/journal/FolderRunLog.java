package io.github.registryclient.cleanup.journal;

import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a run's file. After a failure it writes no more, as a line that is half there must stay the last one. */
final class FolderRunLog implements RunLog {
    private final RunHeader header;
    private final Disk disk;
    private final RunFiles files;
    private final Disk.Sink sink;
    private final Set<Digest> kept;
    private String check;
    private long length;
    private boolean ended;
    private boolean flushed;
    private boolean closed;
    private @Nullable JournalException failure;

    private FolderRunLog(
            RunHeader header, Disk disk, RunFiles files, Disk.Sink sink, Set<Digest> kept, String check, long length) {
        this.header = header;
        this.disk = disk;
        this.files = files;
        this.sink = sink;
        this.kept = new HashSet<>(kept);
        this.check = check;
        this.length = length;
    }

    /** Its head is on the disk when it is given away. */
    static FolderRunLog begin(RunHeader header, Disk disk, RunFiles files) throws IOException {
        Path file = files.running(header.id());
        disk.make(file);
        FolderRunLog log = new FolderRunLog(header, disk, files, disk.open(file, 0), Set.of(), Line.FIRST, 0);
        boolean begun = false;
        try {
            log.put(LineWriter.of(header), false);
            log.flush();
            begun = true;
            return log;
        } finally {
            if (!begun) {
                log.close();
                file.toFile().delete(); // or it stays, and is no run
            }
        }
    }

    /** What was not written whole is cut off. */
    static FolderRunLog resume(FolderRunRecord run, Disk disk, RunFiles files) throws IOException {
        RunHeader header = run.header();
        Path file = files.running(header.id());
        if (files.isEnded(header.id())) {
            disk.rename(files.ended(header.id()), file);
        }
        return new FolderRunLog(header, disk, files, disk.open(file, run.end()), run.kept(), run.check(), run.end());
    }

    @Override
    public RunHeader header() {
        return header;
    }

    @Override
    public synchronized void keep(Manifest manifest) {
        if (failure != null || closed || !kept.contains(manifest.digest())) {
            put(LineWriter.of(manifest), false);
            kept.add(manifest.digest());
        }
    }

    @Override
    public synchronized void write(JournalEntry entry) {
        put(LineWriter.of(entry), entry.kind() == JournalEntry.Kind.END);
    }

    private void put(String object, boolean end) {
        Line line = Line.of(object, check);
        guarded(() -> {
            makeSureItIsOurs();
            sink.write(line.bytes());
        });
        check = line.check();
        length += line.bytes().length;
        ended = end;
        flushed = false;
    }

    /** Who slept while another took over and resumed the run would write into the middle of what that one wrote. */
    private void makeSureItIsOurs() throws IOException {
        Path file = files.running(header.id());
        if (sink.length() != length || !Files.exists(file)) {
            throw new JournalException(
                    "somebody else went on with run " + header.id() + ", or removed it: " + RunFiles.shown(file)
                            + " is not as this program left it; nothing more is deleted by this program: look at who holds"
                            + " the lease, and resume what is left of the run once nobody does",
                    null);
        }
    }

    @Override
    public synchronized void flush() {
        guarded(sink::sync);
        flushed = true;
    }

    /** Whatever it is that fails, nobody knows then how much of it is in the file. */
    private void guarded(Writing writing) {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new JournalException("the writing of run " + header.id() + " has ended: resume it to write on", null);
        }
        boolean whole = false;
        try {
            writing.run();
            whole = true;
        } catch (JournalException e) {
            failure = e;
            throw e;
        } catch (IOException e) {
            failure = failure(e);
            throw failure;
        } finally {
            if (!whole && failure == null) {
                failure = failure(null);
            }
        }
    }

    private JournalException failure(@Nullable IOException e) {
        return new JournalException(
                "the journal cannot be written to " + RunFiles.shown(files.running(header.id())) + ": "
                        + (e == null ? "the program failed" : Excerpt.of(String.valueOf(e)))
                        + "; nothing more is deleted: free some space, make the folder writable, and resume the run",
                e);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        try {
            if (ended && !flushed && failure == null) {
                flush();
            }
        } finally {
            closed = true;
            release();
        }
    }

    /** A run that keeps the name of one that is running is known to have ended by its last line. */
    private void release() {
        try {
            sink.close();
            if (ended && failure == null) {
                disk.rename(files.running(header.id()), files.ended(header.id()));
            }
        } catch (IOException e) {
            System.getLogger("io.github.registryclient.cleanup.journal")
                    .log(System.Logger.Level.WARNING, "{0}", failure(e).getMessage());
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
