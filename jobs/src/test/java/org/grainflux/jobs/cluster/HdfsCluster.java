package org.grainflux.jobs.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.DistributedFileSystem;

/**
 * A NameNode and DataNodes as processes of their own on the loopback device. Their classes are those of Hadoop's test
 * cluster, which stand on no other class path, so that the program meets them through its own client only.
 */
final class HdfsCluster implements AutoCloseable {
    private static final String NAME_NODE = "org.apache.hadoop.hdfs.server.namenode.NameNode";
    private static final String DATA_NODE = "org.apache.hadoop.hdfs.server.datanode.DataNode";
    private static final long START_SECONDS = 90;

    private final Path folder;
    private final int port;
    private final List<Process> dataNodes = new ArrayList<>();
    private Process nameNode;

    private HdfsCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static HdfsCluster start(Path folder, int dataNodes) throws IOException, InterruptedException {
        HdfsCluster cluster = new HdfsCluster(Files.createDirectories(folder), Launch.freePort());
        cluster.writeSettings();
        Process format = cluster.launch("format", NAME_NODE, "-format", "-nonInteractive");
        if (Launch.exitCode(format) != 0) {
            throw new IOException("no file system was made:\n" + Files.readString(folder.resolve("format.log")));
        }
        cluster.nameNode = cluster.launch("namenode", NAME_NODE);
        try {
            Launch.awaitPort(cluster.port, cluster.nameNode, folder.resolve("namenode.log"));
            for (int i = 0; i < dataNodes; i++) {
                cluster.dataNodes.add(cluster.launch("datanode-" + i, DATA_NODE));
            }
            cluster.awaitDataNodes();
        } catch (IOException | InterruptedException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** Address of a path in it. */
    String address(String path) {
        return "hdfs://127.0.0.1:" + port + path;
    }

    /** Copies a file or folder of this machine into it. */
    void upload(Path source, String target) throws IOException {
        try (DistributedFileSystem files = client()) {
            files.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(source.toUri()), new org.apache.hadoop.fs.Path(address(target)));
        }
    }

    /** Ends a DataNode as the loss of its machine would. */
    void killDataNode(int index) throws InterruptedException {
        dataNodes.get(index).destroyForcibly().waitFor();
    }

    /** Each process has one folder of its own. */
    private void writeSettings() throws IOException {
        String anyPort = "127.0.0.1:0";
        StringBuilder xml = new StringBuilder("<configuration>\n");
        property(xml, "fs.defaultFS", address("/"));
        property(xml, "hadoop.tmp.dir", folder.resolve("tmp").toString());
        property(xml, "dfs.namenode.name.dir", folder.resolve("names").toUri().toString());
        property(xml, "dfs.namenode.http-address", anyPort);
        property(xml, "dfs.datanode.data.dir", folder.toUri() + "${node}");
        property(xml, "dfs.datanode.address", anyPort);
        property(xml, "dfs.datanode.http.address", anyPort);
        property(xml, "dfs.datanode.ipc.address", anyPort);
        xml.append("</configuration>\n");
        Path settings = Files.createDirectories(folder.resolve("settings"));
        Files.writeString(settings.resolve("core-site.xml"), xml);
        Files.writeString(settings.resolve("hdfs-site.xml"), xml);
    }

    private static void property(StringBuilder xml, String name, String value) {
        xml.append("<property><name>" + name + "</name><value>" + value + "</value></property>\n");
    }

    private Process launch(String node, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Launch.engineFlags());
        command.addAll(List.of(
                "-Xmx256m",
                "-Dnode=" + node,
                "-cp",
                folder.resolve("settings") + ":" + Launch.shipped("jobs/target/hdfs") + "/*:"
                        + Launch.engine().resolve("jars") + "/*",
                mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(node + ".log").toFile())
                .start();
    }

    private DistributedFileSystem client() throws IOException {
        DistributedFileSystem files = new DistributedFileSystem();
        files.initialize(URI.create(address("/")), new Configuration());
        return files;
    }

    private void awaitDataNodes() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        try (DistributedFileSystem files = client()) {
            while (files.getDataNodeStats().length < dataNodes.size()) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "the DataNodes did not report:\n" + Files.readString(folder.resolve("datanode-0.log")));
                }
                Thread.sleep(200);
            }
        }
    }

    @Override
    public void close() {
        dataNodes.forEach(Process::destroyForcibly);
        nameNode.destroyForcibly();
    }
}
