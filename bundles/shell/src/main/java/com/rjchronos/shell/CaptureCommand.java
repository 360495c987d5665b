package com.rjchronos.shell;

import com.rjchronos.api.Samples;
import com.rjchronos.model.connector.Sample;
import com.rjchronos.model.device.DeviceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;

/** Keeps a device's masked document, as a connector's tests want it. */
@Service
@Command(
        scope = "chronos",
        name = "capture",
        description = "Writes a device's whole document, masked, into a file: a sample for a connector's tests.")
public final class CaptureCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Argument(name = "device", description = "id of the device, as GET /api/devices names it", required = true)
    private String device;

    @Argument(
            index = 1,
            name = "file",
            description = "a file that does not exist yet; without it the next free name in DATA/captures")
    private String file;

    @Override
    public Object execute() throws IOException {
        DeviceId id = DeviceId.parse(device)
                .orElseThrow(() -> new IllegalArgumentException("the id must be a positive number but was " + device));
        Sample sample = Desk.door(bundles, Samples.class).capture(Desk.caller(), id);
        SampleFolder folder = new SampleFolder(data().resolve("captures"));
        System.out.println("Wrote " + (file == null ? folder.keep(sample) : SampleFolder.write(Path.of(file), sample)));
        System.out.println("Look through it before you hand it on: what a device invents nobody can know to mask.");
        return null;
    }

    private Path data() {
        return Optional.ofNullable(bundles.getProperty("chronos.data"))
                .or(() -> Optional.ofNullable(bundles.getProperty("karaf.data")))
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("Neither chronos.data nor karaf.data is set."));
    }
}
