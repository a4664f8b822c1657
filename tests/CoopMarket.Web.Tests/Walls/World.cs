using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement.Payouts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>
/// A market with two sides that are alike, an admin, and everything that an office can have to do. Whatever a test does to it
/// is undone by <see cref="RestoreAsync"/>; on PostgreSQL only what must change nothing is tried, and nothing is undone.
/// </summary>
public sealed class World : IAsyncLifetime
{
    private readonly DatabaseProvider _provider;
    private readonly Dictionary<PersonId, string> _sessions = [];
    private readonly Dictionary<string, FormToken> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Version, Content Content)> _read = new(StringComparer.Ordinal);
    private readonly SqliteConnection _kept = new("Data Source=:memory:");
    private SqliteConnection? _watch;
    private long _restored;

    public World()
        : this(DatabaseProvider.Sqlite)
    {
    }

    internal World(DatabaseProvider provider) => _provider = provider;

    /// <summary>A bank's statement of one line.</summary>
    internal static ReadOnlySpan<byte> StatementFile => "Ngày,Số CT,Ghi nợ,Ghi có,Số dư,Nội dung\n23/11/2026,FT77,,5.000,5.000,tien la"u8;

    internal Market Market { get; private set; } = null!;

    internal Side A { get; private set; } = null!;

    internal Side B { get; private set; } = null!;

    internal PersonId Admin { get; private set; }

    /// <summary>A person who has neither bought nor sold.</summary>
    internal PersonId Somebody { get; private set; }

    /// <summary>A person without an e-mail.</summary>
    internal PersonId Phoned { get; private set; }

    internal PersonId Suspended { get; private set; }

    /// <summary>An admin who leaves the office.</summary>
    internal PersonId LeavingAdmin { get; private set; }

    internal SellingCoop SuspendedCoop { get; private set; } = null!;

    /// <summary>An order at it that nobody there can send.</summary>
    internal Order Halted { get; private set; } = null!;

    /// <summary>Signs the card gateway's messages.</summary>
    internal const string CardSecret = "whsec_of_the_walls";

    /// <summary>A message of the card gateway that doesn't fit.</summary>
    internal const string OddMessage = "evt_odd";

    /// <summary>A line of the card gateway's books that nothing explains.</summary>
    internal const string OddMove = "txn_odd";

    /// <summary>Money without a code.</summary>
    internal MoneyInId Money { get; private set; }

    /// <summary>A line like it that nobody has decided either.</summary>
    internal MoneyInId Alike { get; private set; }

    /// <summary>Money that went out, nobody knows yet what for.</summary>
    internal MoneyInId Outgoing { get; private set; }

    internal RefundDueId Refund { get; private set; }

    internal StatementId Statement { get; private set; }

    /// <summary>The code of a run of payouts that waits for the admin.</summary>
    internal string DraftedRun { get; private set; } = "";

    /// <summary>The code of one that is on its way.</summary>
    internal string SentRun { get; private set; } = "";

    /// <summary>The code of one that was paid, and the line that brought it back.</summary>
    internal (string Code, MoneyInId Line) PaidRun { get; private set; }

    /// <summary>The code of one that was transferred, and of which something is to be taken back.</summary>
    internal string TransferredRun { get; private set; } = "";

    internal Guid ParkedMessage { get; private set; }

    internal string Category { get; private set; } = "";

    internal string CategorySlug { get; private set; } = "";

    /// <summary>What the checkout of the running attempt showed.</summary>
    internal string Seen { get; set; } = "";

    /// <summary>The code on paper of the running attempt.</summary>
    internal string PaperCode { get; set; } = "";

    /// <summary>The secret of a mailed link of the running attempt.</summary>
    internal string LinkToken { get; set; } = "";

    /// <summary>The secret, sealed, that an app is set up with in the running attempt.</summary>
    internal string Shown { get; set; } = "";

    /// <summary>What a passkey answers in the running attempt.</summary>
    internal string Answer { get; set; } = "";

    /// <summary>The passkey of the running attempt.</summary>
    internal Guid Passkey { get; set; }

    /// <summary>The code of an invitation of the running attempt.</summary>
    internal string InvitationCode { get; set; } = "";

    internal string StyleSheet => Market.Services.GetRequiredService<Assets>()["shop.css"];

    internal Actor AdminActor => Actor.Of(Admin, "203.0.113.1", Market.Clock.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        // Nobody listens where the card gateway should be: whoever goes to pay learns that it can't be reached.
        Market = await OrdersFactory.OpenAsync(
            _provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key), ("Stripe:SecretKey", "sk_test_of_the_walls"), ("Stripe:WebhookSecret", CardSecret), ("Stripe:ApiBase", "http://127.0.0.1:9"), ("Stripe:Connect", "true"));
        Admin = await Market.RegisteredAsync("admin@thu.test", "Quản trị", isAdmin: true);
        Somebody = await Market.RegisteredAsync("ai-do@thu.test", "Người lạ");
        var (a, b) = (new SideFactory(Market, "RIENGA", Admin), new SideFactory(Market, "RIENGB", Admin));
        await a.BeginAsync();
        await b.BeginAsync();
        Market.Clock.Advance(TimeSpan.FromDays(5));
        (A, B) = (await a.FinishAsync(), await b.FinishAsync());
        await FillOfficeAsync();
        await Market.DeliverAsync();
        foreach (var person in new[] { Admin, A.Coop.Manager, B.Coop.Manager })
            await Market.EnrolAsync(person);
        foreach (var person in new[] { A, B }.SelectMany(s => new[] { s.Coop.Manager, s.Packer, s.Storyteller, s.Buyer, s.Applicant, s.Rejected }).Append(Admin).Append(Somebody))
            _sessions[person] = await Market.SessionFor(person);
        if (_provider != DatabaseProvider.Sqlite)
            return;
        await _kept.OpenAsync();
        _watch = new(Market.Connection);
        await _watch.OpenAsync();
        _watch.BackupDatabase(_kept);
        _restored = await VersionAsync();
    }

    /// <summary>Every row as it was before the first test.</summary>
    internal async Task RestoreAsync()
    {
        if (_watch is null || await VersionAsync() == _restored)
            return;
        await using var live = new SqliteConnection(Market.Connection);
        await live.OpenAsync();
        _kept.BackupDatabase(live);
        _restored = await VersionAsync();
    }

    /// <summary>Every row as it stands; read anew only where something was written since.</summary>
    internal async Task<Content> ContentAsync(params string[] without)
    {
        if (_watch is null)
            return await Content.OfAsync(Market, without);
        var (version, tables) = (await VersionAsync(), string.Join(' ', without));
        if (!_read.TryGetValue(tables, out var read) || read.Version != version)
            _read[tables] = read = (version, await Content.OfAsync(Market, without));
        return read.Content;
    }

    /// <summary>The half of a form's token that goes into it, and the one in the cookie; as long as a session lasts they stay good.</summary>
    internal async Task<FormToken> TokenAsync(PersonId? who)
    {
        var name = who?.ToString() ?? "";
        if (!_tokens.TryGetValue(name, out var token))
        {
            using var browser = BrowserOf(who);
            _tokens[name] = token = await FormToken.OfAsync(browser, who is null ? "/account/sign-in" : "/account/profile", Market.Services.GetRequiredService<MarketCookies>().Antiforgery);
        }

        return token;
    }

    /// <summary>What is typed at checkout.</summary>
    internal (string Name, string Value)[] Checkout() =>
    [
        ("Form.Name", "Nguyễn Thị Hạnh"), ("Form.Phone", "0912 345 678"), ("Form.Country", "VN"), ("Form.Province", "01"), ("Form.Commune", "Phường Cầu Giấy"),
        ("Form.Street", "Số 12 ngõ 165 Xuân Thủy"), ("Form.Way", "CashOnDelivery"), ("Form.Seen", Seen),
    ];

    /// <summary>A fresh browser; null: nobody is signed in.</summary>
    internal Browser BrowserOf(PersonId? person, params (string Name, string Value)[] cookies) => Market.BrowserWith(person is { } signedIn ? _sessions[signedIn] : null, cookies);

    public async ValueTask DisposeAsync()
    {
        await _kept.DisposeAsync();
        if (_watch is not null)
            await _watch.DisposeAsync();
        await Market.DisposeAsync();
    }

    // SQLite gives another number to a connection whenever another one has written.
    private async Task<long> VersionAsync()
    {
        await using var command = _watch!.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task FillOfficeAsync()
    {
        Phoned = await Market.RegisteredAsync("0987000222", "Chỉ có số máy");
        LeavingAdmin = await Market.RegisteredAsync("thoi-viec@thu.test", "Thôi việc", isAdmin: true);
        Suspended = await Market.RegisteredAsync("bi-khoa@thu.test", "Bị khóa");
        (await Market.SendAsync(new SuspendAccount.Command(AdminActor, Suspended, "Gian lận"))).IsDone.ShouldBeTrue();
        SuspendedCoop = await Market.SellingCoopAsync("Hợp tác xã tạm dừng");
        Halted = (await Market.OrderAsync(PaymentWay.CashOnDelivery, ((await Market.LiveProductAsync(seller: SuspendedCoop, name: "Chè tạm dừng")).Variant, 1))).Order;
        (await Market.SendAsync(new SuspendSeller.Command(AdminActor, SuspendedCoop.Application, "Kiểm tra lại"))).IsDone.ShouldBeTrue();
        Money = (await Market.SendAsync(new RecordTransfer.Command(AdminActor, "FT1", "99.000", "tien toi den", new(2026, 11, 23)))).Value;
        Alike = (await Market.SendAsync(new RecordTransfer.Command(AdminActor, "FT1B", "99.000", "tien toi den", new(2026, 11, 23), IsAnother: true))).Value;
        (await Market.SendAsync(new RecordTransfer.Command(AdminActor, "FT4", "11.000", "tien la", new(2026, 11, 23)))).IsDone.ShouldBeTrue();
        await Market.ReceiveAsync(11_000, "phi ngan hang", type: "out", reference: "RA1");
        Outgoing = (await Market.RowsAsync<MoneyIn>()).Single(m => m.Direction == TransferDirection.Out).Id;
        (await Market.SendAsync(new StoreCardEvent.Command(
            Actor.Job("stripe"), new(OddMessage, CardEvent.Completed, "", "acct_1", false, Market.Clock.GetUtcNow(), new("cs_1", "", "pi_1", 9_000, "vnd", true))))).IsDone.ShouldBeTrue();
        await Market.OddMoveAsync(OddMove);
        var (order, _) = await Market.OrderAsync(PaymentWay.BankTransfer, (A.LiveSize, 1));
        foreach (var reference in new[] { "FT2", "FT3" })
            (await Market.SendAsync(new RecordTransfer.Command(AdminActor, reference, "500.000", order.Code, new(2026, 11, 23), IsAnother: true))).IsDone.ShouldBeTrue();
        await Market.DeliverAsync();
        Refund = (await Market.RowsAsync<RefundDue>())[0].Id;
        Statement = (await Market.SendAsync(new UploadStatement.Command(AdminActor, "sao-ke.csv", [.. StatementFile]))).Value;
        await PayOutAsync();
        var ids = Market.Services.GetRequiredService<Ids>();
        ParkedMessage = ids.New();
        await Market.InDbAsync(db =>
        {
            db.Add(new OutboxRow
            {
                Id = ParkedMessage,
                Event = "orders.placed",
                EventVersion = 1,
                Subscriber = "orders.mail-placed",
                Payload = "{}",
                RaisedAt = Market.Clock.Now(),
                DueAt = Market.Clock.Now(),
                State = OutboxState.Parked,
                Attempts = 12,
                LastError = "mail",
            });
            return db.SaveChangesAsync();
        });
        var category = (await Market.RowsAsync<CategoryEntry>())[0];
        (Category, CategorySlug) = (category.Category.ToString(), category.Slug);
    }

    private async Task PayOutAsync()
    {
        var paid = await Market.SellingCoopAsync("Hợp tác xã đã nhận tiền");
        foreach (var coop in new[] { A.Coop.Id, B.Coop.Id, paid.Id })
            await Market.MakePayableAsync(coop, 300_000);
        DraftedRun = await Market.PayoutRunAsync(Phoned, null, null, A.Coop.Id);
        SentRun = await Market.PayoutRunAsync(Phoned, Admin, null, B.Coop.Id);
        var code = await Market.PayoutRunAsync(Phoned, Admin, "FT7", paid.Id);
        PaidRun = (code, (await Market.SendAsync(new RecordTransfer.Command(AdminActor, "FT8", "300.000", "hoan tra", new(2026, 11, 23)))).Value);
        foreach (var side in new[] { A, B })
            await Market.ConnectAsync(side.Coop.Id, null);
        var transferred = await Market.SellingCoopAsync("Hợp tác xã nhận qua Stripe");
        await Market.ChargeAsync(300_000);
        await Market.MakePayableAsync(transferred.Id, 300_000);
        TransferredRun = await Market.TransferredRunAsync(Phoned, Admin, transferred.Id, "acct_walls", "tr_walls");
        // What can be drafted anew.
        await Market.MakePayableAsync(paid.Id, 300_000);
    }
}
