namespace CoopMarket.Web.Hosting;

/// <summary>Where the market keeps its files and how people reach it.</summary>
internal sealed class MarketSettings
{
    /// <summary>Database, photos, mail and keys. Default: <c>data</c> beside CoopMarket.sln, else beside the program.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>The address people use, without a slash at the end; for links in mails, QR codes and sitemaps.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Admins get a mail when less is free on the data directory's disk.</summary>
    public long LeastFreeMegabytes { get; set; } = 1_024;

    /// <summary>The full address of a page in a language.</summary>
    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    /// <param name="path">From the root, without the language's prefix; a query may follow.</param>
    public string InFull(string language, string path) => PublicUrl + Languages.Prefix(language) + (path == "/" && language != Languages.All[0] ? "" : path);

    public bool IsHttps => PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}

internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

internal sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; set; }
}

internal enum BlobKind
{
    Disk,
    S3,
}

internal sealed class BlobSettings
{
    public BlobKind Kind { get; set; }

    public S3Settings S3 { get; set; } = new();
}

internal sealed class S3Settings
{
    public string Endpoint { get; set; } = "";

    public string Bucket { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    public bool ForcePathStyle { get; set; } = true;
}

/// <summary>How cooperatives are paid out.</summary>
internal sealed class PayoutSettings
{
    /// <summary>Smaller amounts wait, in đồng: a transfer costs the bank's fee and an admin's time.</summary>
    public long Least { get; set; } = 200_000;

    public Domain.Shared.Money Smallest => Domain.Shared.Money.Dong(Least);
}

/// <summary>Where rates of exchange come from; without it admins write them down.</summary>
internal sealed class RateFeedSettings
{
    /// <summary>Empty, or «Vietcombank».</summary>
    public string Feed { get; set; } = "";

    /// <summary>Where the list is.</summary>
    public Uri Url { get; set; } = new("https://portal.vietcombank.com.vn/Usercontrols/TVPortal.TyGia/pXML.aspx");

    public bool IsOn => Feed == "Vietcombank";
}

/// <summary>How money is sent back to buyers.</summary>
internal sealed class RefundSettings
{
    /// <summary>Above this two admins must agree, in đồng (ASVS 5.0, 2.3.5).</summary>
    public long TwoPeopleOver { get; set; } = 5_000_000;

    public Domain.Shared.Money Alone => Domain.Shared.Money.Dong(TwoPeopleOver);
}

/// <summary>The market's account for bank transfers; transfers are offered only when it is set.</summary>
internal sealed class BankTransferSettings
{
    /// <summary>The bank's six-digit NAPAS BIN.</summary>
    public string Bin { get; set; } = "";

    public string AccountNumber { get; set; } = "";

    /// <summary>As the bank writes it: capitals without marks.</summary>
    public string AccountName { get; set; } = "";

    public SePaySettings SePay { get; set; } = new();

    public bool IsOffered => Bin.Length > 0 && AccountNumber.Length > 0;

    /// <summary>The account of the settings; in Development an invented one where none is set.</summary>
    public static BankTransferSettings Of(IConfiguration settings, IHostEnvironment environment)
    {
        var bank = settings.GetSection("BankTransfer").Get<BankTransferSettings>() ?? new();
        if (environment.IsDevelopment() && !bank.IsOffered)
            (bank.Bin, bank.AccountNumber, bank.AccountName) = ("970405", "7900205123456", "CHO COOPMARKET TRINH DIEN");
        return bank;
    }
}

internal sealed class SePaySettings
{
    public string ApiKey { get; set; } = "";

    public string HmacSecret { get; set; } = "";
}

/// <summary>Stripe's keys; cards are offered only when they are set.</summary>
internal sealed class StripeSettings
{
    public string SecretKey { get; set; } = "";

    /// <summary>What signs the webhooks; two, separated by a comma, while one is being changed.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>Another address than Stripe's, for trials.</summary>
    public string ApiBase { get; set; } = "";

    /// <summary>Whether cooperatives may be paid by transfers to accounts at Stripe. Stripe takes no businesses in Vietnam of its own accord.</summary>
    public bool Connect { get; set; }

    public bool IsOffered => SecretKey.Length > 0;

    /// <summary>Whether cooperatives are paid by transfers to accounts at Stripe.</summary>
    public bool Connects => IsOffered && Connect;

    /// <summary>Whether real money is taken.</summary>
    public bool IsLive => !SecretKey.Contains("_test_", StringComparison.Ordinal);

    public IReadOnlyList<string> WebhookSecrets => WebhookSecret.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where the buyer's browser is sent to, as a policy for pages names it.</summary>
    public string PageOrigin => ApiBase.Length > 0 ? new Uri(ApiBase).GetLeftPart(UriPartial.Authority) : "https://checkout.stripe.com";

    /// <summary>The same of a manager's browser when her cooperative opens an account at Stripe.</summary>
    public string ConnectOrigin => ApiBase.Length > 0 ? PageOrigin : "https://connect.stripe.com";
}

/// <summary>The mail server; without a host mails are files in the data directory.</summary>
internal sealed class SmtpSettings
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string From { get; set; } = "";
}

internal sealed class RateLimitSettings
{
    /// <summary>Multiplies every limit; load runs raise it.</summary>
    public int Factor { get; set; } = 1;
}

internal sealed class ProxySettings
{
    /// <summary>Networks in CIDR form, separated by commas, whose forwarded headers are believed.</summary>
    public string KnownNetworks { get; set; } = "";
}
