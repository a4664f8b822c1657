using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Hosting.Verbs;

/// <summary><c>doctor</c>: says what is set, what is wrong and what is within reach; never a secret.</summary>
internal sealed class Doctor(IConfiguration settings, IHostEnvironment environment, MarketSettings market, MarketDb db) : IVerb
{
    private static readonly string[] Keys =
    [
        "Urls", "Market:DataDirectory", "Market:PublicUrl", "Market:LeastFreeMegabytes", "Database:Provider", "Blobs:Kind", "Blobs:S3:Endpoint", "Blobs:S3:Bucket", "Blobs:S3:ForcePathStyle",
        "BankTransfer:Bin", "BankTransfer:AccountNumber", "BankTransfer:AccountName", "Smtp:Host", "Smtp:Port", "Smtp:User", "Smtp:From",
        "Payouts:Least", "Refunds:TwoPeopleOver", "RateLimits:Factor", "Proxy:KnownNetworks", "Redis:Configuration", "Stripe:ApiBase", "Stripe:Connect", "Otel:Endpoint",
    ];

    private static readonly string[] Secrets =
    [
        "ConnectionStrings:Market", "Blobs:S3:AccessKey", "Blobs:S3:SecretKey", "BankTransfer:SePay:ApiKey", "BankTransfer:SePay:HmacSecret",
        "Smtp:Password", "Stripe:SecretKey", "Stripe:WebhookSecret",
    ];

    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        Console.WriteLine($"CoopMarket in {environment.EnvironmentName}");
        foreach (var key in Keys.Where(k => !string.IsNullOrEmpty(settings[k])))
            Console.WriteLine($"  {Name(key)} = {settings[key]}");
        foreach (var key in Secrets)
            Console.WriteLine($"  {Name(key)}: {(string.IsNullOrEmpty(settings[key]) ? "not set" : "set")}");

        List<string> wrong = [.. SettingsCheck.Find(settings, environment)];
        Gateway(wrong);
        Folder(wrong);
        await DatabaseAsync(wrong, cancellationToken);
        foreach (var sentence in wrong)
            Console.WriteLine("WRONG  " + sentence);
        Console.WriteLine(wrong.Count == 0 ? "All is well." : $"{wrong.Count} to mend.");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static string Name(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    // Without its word every request is http and comes from one address: no form can be sent, and all readers share one rate limit.
    private void Gateway(List<string> wrong)
    {
        if (!environment.IsDevelopment() && market.PublicUrl.StartsWith("https:", StringComparison.Ordinal)
            && string.IsNullOrEmpty(settings["Proxy:KnownNetworks"]) && settings["Urls"]?.Contains("https:", StringComparison.Ordinal) != true)
            wrong.Add("Market__PublicUrl is https and the program listens on http, so Proxy__KnownNetworks must name the network of the gateway between them, such as 127.0.0.0/8.");
    }

    private void Folder(List<string> wrong)
    {
        try
        {
            var probe = Path.Combine(market.DataDirectory, ".doctor");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            var drive = new DriveInfo(market.DataDirectory);
            Console.WriteLine($"  data in {market.DataDirectory}, {drive.AvailableFreeSpace / (1 << 20):N0} MB free");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            wrong.Add($"The data directory {market.DataDirectory} can't be written: {e.Message}");
        }
    }

    private async Task DatabaseAsync(List<string> wrong, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            wrong.Add("The database can't be reached. For a new one run the verb «migrate»; else see ConnectionStrings__Market.");
            return;
        }

        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        if (pending.Any())
            wrong.Add($"The database is behind by {string.Join(", ", pending)}; run the verb «migrate».");
        else
            Console.WriteLine("  the database is up to date");
    }
}
