using System.Net;

namespace CoopMarket.Web.Hosting;

/// <summary>Finds what is wrong with the settings, in sentences that name the setting. Empty where all is well.</summary>
internal static class SettingsCheck
{
    public static IReadOnlyList<string> Find(IConfiguration settings, IHostEnvironment environment)
    {
        List<string> wrong = [];
        Database(settings, wrong);
        Blobs(settings, wrong);
        PublicUrl(settings, environment, wrong);
        BankTransfer(settings, wrong);
        Stripe(settings, environment, wrong);
        Number(settings, "Payouts:Least", 1, 1_000_000_000, wrong);
        Number(settings, "Refunds:TwoPeopleOver", 1, 1_000_000_000, wrong);
        Number(settings, "CashOnDelivery:MostDong", 1, 1_000_000_000, wrong);
        Number(settings, "CashOnDelivery:MostRefused", 1, 1_000, wrong);
        Number(settings, "CashOnDelivery:RefusedDays", 1, 3_650, wrong);
        Number(settings, "CashOnDelivery:OverdueDays", 1, 365, wrong);
        Number(settings, "RateLimits:Factor", 1, 1_000_000, wrong);
        Number(settings, "Market:LeastFreeMegabytes", 1, 1_000_000, wrong);
        Number(settings, "Smtp:Port", 1, 65_535, wrong);
        if (Set(settings, "Smtp:Host") && !Set(settings, "Smtp:From"))
            wrong.Add("Smtp__Host is set, so Smtp__From must name the sender's address.");
        foreach (var network in (settings["Proxy:KnownNetworks"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!IPNetwork.TryParse(network, out _))
                wrong.Add($"Proxy__KnownNetworks holds «{network}», which is no network in CIDR form such as 10.0.0.0/8.");
        return wrong;
    }

    private static void Database(IConfiguration settings, List<string> wrong)
    {
        var provider = settings["Database:Provider"];
        if (!string.IsNullOrEmpty(provider) && !Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out _))
            wrong.Add($"Database__Provider is «{provider}»; it must be Sqlite or Postgres.");
        else if (string.Equals(provider, "Postgres", StringComparison.OrdinalIgnoreCase) && !Set(settings, "ConnectionStrings:Market"))
            wrong.Add("Database__Provider is Postgres, so ConnectionStrings__Market must name the database.");
    }

    private static void Blobs(IConfiguration settings, List<string> wrong)
    {
        var kind = settings["Blobs:Kind"];
        if (!string.IsNullOrEmpty(kind) && !Enum.TryParse<BlobKind>(kind, ignoreCase: true, out _))
            wrong.Add($"Blobs__Kind is «{kind}»; it must be Disk or S3.");
        else if (string.Equals(kind, "S3", StringComparison.OrdinalIgnoreCase))
            foreach (var name in new[] { "Endpoint", "Bucket", "AccessKey", "SecretKey" })
                if (!Set(settings, $"Blobs:S3:{name}"))
                    wrong.Add($"Blobs__Kind is S3, so Blobs__S3__{name} must be set.");
    }

    private static void PublicUrl(IConfiguration settings, IHostEnvironment environment, List<string> wrong)
    {
        var url = settings["Market:PublicUrl"];
        if (string.IsNullOrEmpty(url))
        {
            if (!environment.IsDevelopment())
                wrong.Add("Market__PublicUrl is missing; set the address people use, such as https://coopmarket.example.");
        }
        else if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || parsed.AbsolutePath != "/")
        {
            wrong.Add($"Market__PublicUrl is «{url}»; it must be a whole address without a path, such as https://coopmarket.example.");
        }
        else if (!environment.IsDevelopment() && parsed.Scheme != "https")
        {
            wrong.Add($"Market__PublicUrl is «{url}»; outside Development it must begin with https, so that cookies are safe.");
        }
    }

    private static void BankTransfer(IConfiguration settings, List<string> wrong)
    {
        string[] names = ["Bin", "AccountNumber", "AccountName"];
        var set = names.Where(n => Set(settings, $"BankTransfer:{n}")).ToList();
        if (set.Count > 0)
            foreach (var name in names.Except(set))
                wrong.Add($"BankTransfer__{set[0]} is set, so BankTransfer__{name} must be set too.");
        if (settings["BankTransfer:Bin"] is { Length: > 0 } bin && !(bin.Length == 6 && bin.All(char.IsAsciiDigit)))
            wrong.Add($"BankTransfer__Bin is «{bin}»; a bank's BIN has six digits.");
        // As VietQR takes it: at most 19 letters and digits.
        if (settings["BankTransfer:AccountNumber"] is { Length: > 0 } account && !(account.Length <= 19 && account.All(char.IsAsciiLetterOrDigit)))
            wrong.Add($"BankTransfer__AccountNumber is «{account}»; it must be 1 to 19 letters and digits, without spaces.");
        foreach (var name in new[] { "ApiKey", "HmacSecret" })
            if (settings[$"BankTransfer:SePay:{name}"] is { Length: > 0 and < 16 })
                wrong.Add($"BankTransfer__SePay__{name} is shorter than 16 characters; a short secret can be guessed.");
    }

    private static void Stripe(IConfiguration settings, IHostEnvironment environment, List<string> wrong)
    {
        var connect = settings["Stripe:Connect"];
        if (!string.IsNullOrEmpty(connect) && !bool.TryParse(connect, out _))
            wrong.Add($"Stripe__Connect is «{connect}»; it must be true or false.");
        if (settings["Stripe:SecretKey"] is not { Length: > 0 } key)
        {
            if (bool.TryParse(connect, out var connects) && connects)
                wrong.Add("Stripe__Connect is true, but Stripe__SecretKey is not set; transfers need the keys that cards need.");
            return;
        }

        if (!(key.StartsWith("sk_", StringComparison.Ordinal) || key.StartsWith("rk_", StringComparison.Ordinal)) || key.Length < 16)
            wrong.Add("Stripe__SecretKey is no secret key of Stripe; it begins with sk_ or rk_.");
        // Whoever has a test card would be sent real goods, and cooperatives would be paid for them with other buyers' money.
        if (environment.IsProduction() && !new StripeSettings { SecretKey = key }.IsLive)
            wrong.Add("Stripe__SecretKey is a test key; in Production it must be a live one.");
        // Without it nobody could prove that a card was charged; an order would never be paid.
        var secrets = new StripeSettings { WebhookSecret = settings["Stripe:WebhookSecret"] ?? "" }.WebhookSecrets;
        // Connected accounts are told of by a webhook of their own.
        var most = bool.TryParse(connect, out var both) && both ? 4 : 2;
        if (secrets.Count == 0 || secrets.Count > most)
            wrong.Add("Stripe__SecretKey is set, so Stripe__WebhookSecret must hold the secret of the webhook, or two, separated by a comma, while it is being changed; twice as many with Stripe__Connect.");
        else if (secrets.Any(s => s.Length < 16))
            wrong.Add("Stripe__WebhookSecret is shorter than 16 characters; a short secret can be guessed.");
        if (settings["Stripe:ApiBase"] is not { Length: > 0 } address)
            return;
        if (!(Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
            wrong.Add($"Stripe__ApiBase is «{address}»; it must be a whole address, or be left out for Stripe's own.");
        else if (environment.IsProduction() && parsed.Scheme != "https")
            wrong.Add($"Stripe__ApiBase is «{address}»; in Production it must begin with https.");
    }

    private static void Number(IConfiguration settings, string key, int least, int most, List<string> wrong)
    {
        var text = settings[key];
        if (!string.IsNullOrEmpty(text) && !(int.TryParse(text, out var number) && number >= least && number <= most))
            wrong.Add($"{key.Replace(":", "__", StringComparison.Ordinal)} is «{text}»; it must be a whole number from {least} to {most}.");
    }

    private static bool Set(IConfiguration settings, string key) => !string.IsNullOrEmpty(settings[key]);
}
