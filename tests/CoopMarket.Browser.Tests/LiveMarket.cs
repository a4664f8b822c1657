using System.Net;
using System.Net.Sockets;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Browser.Tests;

/// <summary>The market on a real port of this machine, for a real browser; without the demo, on a fresh SQLite database.</summary>
internal sealed class LiveMarket : Market
{
    private LiveMarket(string folder, string connection, string address, Dictionary<string, string?> settings)
        : base(DatabaseProvider.Sqlite, folder, connection, settings)
        => Url = address;

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    protected override string EnvironmentName => "Development";

    public static async Task<LiveMarket> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("coopmarket-browser-").FullName;
        var connection = await TestDatabases.FreshAsync(DatabaseProvider.Sqlite, folder);
        var port = FreePort();
        var address = $"http://127.0.0.1:{port}";
        var market = new LiveMarket(folder, connection, address, new(StringComparer.Ordinal)
        {
            ["Market:PublicUrl"] = address,
            ["Market:Demo"] = "false",
            ["BankTransfer:Bin"] = "970405",
            ["BankTransfer:AccountNumber"] = "7900205123456",
            ["BankTransfer:AccountName"] = "COOPMARKET",
            ["BankTransfer:SePay:ApiKey"] = "a-key-for-the-browser-tests",
        });
        market.UseKestrel(port);
        market.StartServer();
        return market;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
