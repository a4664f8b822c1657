using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoopMarket.Web.Tests.House;

/// <summary>
/// A private PostgreSQL cluster in a temporary folder for one run of the tests. The variable COOPMARKET_TEST_POSTGRES names a
/// server to use instead (a connection string without a database).
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<string?> Started = new(Start);

    /// <summary>A connection string without a database; null where PostgreSQL is missing.</summary>
    public static string? Connection => Started.Value;

    /// <summary>Why its tests are left out where it is missing.</summary>
    public const string Excuse = "PostgreSQL is not installed here.";

    /// <summary>Whether its tests may be left out: it is missing, and this is a laptop.</summary>
    public static bool IsExcused => Connection is null && Environment.GetEnvironmentVariable("CI") is null;

    private static string? Start()
    {
        if (Environment.GetEnvironmentVariable("COOPMARKET_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        var bin = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (bin is null)
            return null;
        bin = Path.Combine(bin, "bin");
        var folder = Directory.CreateTempSubdirectory("coopmarket-pg-").FullName;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        AsPostgres("chown", "-R", "postgres", folder);
        AsPostgres($"{bin}/initdb", "-D", $"{folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", "--no-instructions");
        AsPostgres($"{bin}/pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log", "-o",
            $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c autovacuum=off", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            AsPostgres($"{bin}/pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres;Include Error Detail=true";
    }

    // PostgreSQL refuses to run as root.
    private static void AsPostgres(string program, params string[] arguments)
    {
        var asRoot = string.Equals(Environment.UserName, "root", StringComparison.Ordinal) && program != "chown";
        var start = new ProcessStartInfo(asRoot ? "runuser" : program) { WorkingDirectory = "/tmp", UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in asRoot ? ["-u", "postgres", "--", program, .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        if (!process.WaitForExit(60_000) || process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed.");
    }
}
