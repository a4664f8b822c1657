using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Payments;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.House;

/// <summary>The program itself, started as an operator would: it says what is wrong in a sentence and by its exit code.</summary>
public sealed class The_program_from_outside : IDisposable
{
    private const string Secret = "a-long-secret-that-nobody-may-read";

    private readonly string _folder = Directory.CreateTempSubdirectory("coopmarket-program-").FullName;

    [Fact]
    public async Task Production_names_each_setting_that_is_missing_or_weak()
    {
        var said = await RunAsync("serve", "", ("Market__PublicUrl", "http://coopmarket.example"), ("BankTransfer__SePay__ApiKey", "short"), ("Database__Provider", "Postgres"));
        said.Code.ShouldBe(2);
        said.Text.ShouldContain("Market__PublicUrl is «http://coopmarket.example»");
        said.Text.ShouldContain("BankTransfer__SePay__ApiKey is shorter than 16");
        said.Text.ShouldContain("ConnectionStrings__Market must name the database");
        said.Text.ShouldNotContain("   at ");

        var bare = await RunAsync("serve", "", ("Market__PublicUrl", ""));
        bare.Code.ShouldBe(2);
        bare.Text.ShouldContain("Market__PublicUrl is missing");
    }

    [Fact]
    public async Task Production_refuses_a_database_that_is_behind_and_one_that_is_away()
    {
        var behind = await RunAsync("serve");
        behind.Code.ShouldBe(3);
        behind.Text.ShouldContain("Run the verb «migrate» first");

        var away = await RunAsync("serve", "", ("Database__Provider", "Postgres"), ("ConnectionStrings__Market", "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2"));
        away.Code.ShouldBe(1);
        away.Text.ShouldContain("«serve» failed");
        away.Text.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task There_is_never_demo_data_in_production()
    {
        var said = await RunAsync("seed demo");
        said.Code.ShouldBe(2);
        said.Text.ShouldContain("in Development");
    }

    [Fact]
    public async Task From_nothing_an_operator_gets_to_an_admin_and_a_check()
    {
        var sick = await RunAsync("doctor", "", ("BankTransfer__SePay__ApiKey", Secret));
        sick.Code.ShouldBe(1);
        sick.Text.ShouldContain("WRONG");
        sick.Text.ShouldContain("«migrate»");
        sick.Text.ShouldContain("BankTransfer__SePay__ApiKey: set");
        sick.Text.ShouldNotContain(Secret);
        (await RunAsync("doctor", "", ("Proxy__KnownNetworks", ""))).Text.ShouldContain("so Proxy__KnownNetworks must name the network of the gateway");

        (await RunAsync("migrate")).Code.ShouldBe(0);
        (await RunAsync("migrate")).Code.ShouldBe(0);
        var well = await RunAsync("doctor");
        well.Code.ShouldBe(0, well.Text);
        well.Text.ShouldContain("All is well");

        var weak = await RunAsync("create-admin --email chi@thu.test", "password\n");
        weak.Code.ShouldBe(1);
        weak.Text.ShouldNotContain("   at ");
        (await RunAsync("create-admin --email chi@thu.test", "bánh chưng xanh lá dong\n")).Code.ShouldBe(0);

        var check = await RunAsync("check");
        check.Code.ShouldBe(0, check.Text);
        check.Text.ShouldContain("All invariants hold.");
    }

    [Theory, EveryDatabase]
    internal async Task Check_fails_and_says_what_is_wrong_when_a_line_of_the_ledger_was_changed(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await market.ReceiveAsync(385_000, "khong co ma");
        (string, string)[] there = [("Database__Provider", provider.ToString()), ("ConnectionStrings__Market", market.Connection)];
        var well = await RunAsync("check", "", there);
        well.Code.ShouldBe(0, well.Text);

        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync(
            provider == DatabaseProvider.Sqlite ? "DROP TRIGGER settlement_lines_no_update" : "DROP TRIGGER settlement_lines_no_change ON settlement_lines"));
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE settlement_lines SET amount_minor = amount_minor + 1 WHERE number = 1"));

        var wrong = await RunAsync("check", "", there);
        wrong.Code.ShouldBe(1, wrong.Text);
        wrong.Text.ShouldContain("WRONG  I1 every ledger entry sums to zero per currency: 1 of 1 entries do not balance");
        wrong.Text.ShouldContain("invariants do not hold.");
        wrong.Text.ShouldNotContain("   at ");
    }

    [Theory, EveryDatabase]
    internal async Task Check_says_so_where_the_books_wait_for_messages_and_nothing_can_be_compared(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        market.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        (await market.SendAsync(new RecordTransfer.Command(Pipeline.Actor.Job("test"), "FT1", "99.000", "tien toi den", new(2026, 11, 23)))).IsDone.ShouldBeTrue();
        (string, string)[] there = [("Database__Provider", provider.ToString()), ("ConnectionStrings__Market", market.Connection)];

        var open = await RunAsync("check", "", there);

        open.Code.ShouldBe(0, open.Text);
        open.Text.ShouldContain("wait   I2 the ledger's balances equal the payments' rows: 2 messages are on their way, not compared");
        open.Text.ShouldContain("ok     I1 ");
        open.Text.ShouldContain("could not be compared while messages are on their way");
        open.Text.ShouldNotContain("All invariants hold.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Code, string Text)> RunAsync(string verb, string typed = "", params (string Key, string Value)[] settings)
        => ProgramRun.OfAsync(_folder, verb, typed, settings);
}
