using System.IO.Compression;
using System.Net;
using System.Text;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Rows 56 and 63: a statement adds up or is refused, is shown before anything is written, and a movement told by two sources counts once.</summary>
public sealed class Statements_are_taken_in
{
    private static readonly Actor Admin = Actor.Job("test");

    public static TheoryData<string> Kinds => ["utf8", "mark", "utf16", "utf16be", "semicolon", "tab", "xlsx"];

    [Theory, EveryDatabase]
    internal async Task A_statement_is_shown_first_then_taken_in_once_whoever_told_of_its_lines_before(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (paid, code) = await market.AwaitAsync(385_000);
        var (told, toldCode) = await market.AwaitAsync(120_000);
        await market.ReceiveAsync(120_000, toldCode, reference: "FT2");
        var file = File(("FT1", 385_000, $"MBVCB.{code.ToLowerInvariant()}.CT tu"), ("FT2", 120_000, toldCode), ("FT3", -11_000, "phi"), ("FT4", 9_000, "tien la"));

        var id = (await UploadAsync(market, file)).Value;
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(1);
        var view = (await market.SendAsync(new StatementPreview.Query(Admin, id)))!;
        (view.Total, view.Known, view.In, view.Out).ShouldBe((4, 1, Money.Dong(514_000), Money.Dong(11_000)));
        view.Lines[0].Code.ShouldBe(code);
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        (await office.OpenAsync($"/admin/payments/statements/{id}")).QuerySelector("main form[action*=Import] button")!.TextContent.ShouldBe("Nhập 3 dòng mới");
        (await office.OpenAsync("/en/admin/payments/statements")).QuerySelector($"main a[href$='{id}']")!.ParentElement!.ParentElement!.TextContent.ShouldContain("4 lines");

        (await market.SendAsync(new ImportStatement.Command(Admin, id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ImportStatement.Command(Admin, id))).Refusal.ShouldBeOfType<StatementBegun>();
        (await market.SendAsync(new DiscardStatement.Command(Admin, id))).Refusal.ShouldBeOfType<StatementBegun>();
        await market.DeliverAsync();

        (await market.PaymentOfAsync(paid)).State.ShouldBe(PaymentState.Paid);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty("the line that the bank had told counts once");
        (await market.RowsAsync<MoneyIn>()).ToDictionary(m => m.Reference, m => m.State).ShouldBe(
            new Dictionary<string, MoneyInState> { ["FT1"] = MoneyInState.Matched, ["FT2"] = MoneyInState.Matched, ["FT3"] = MoneyInState.Outgoing, ["FT4"] = MoneyInState.Unknown }, ignoreOrder: true);
        (await market.SendAsync(new StatementPreview.Query(Admin, id)))!.ShouldSatisfyAllConditions(v => v.EndedAt.ShouldNotBeNull(), v => v.Known.ShouldBe(1), v => v.Taken.ShouldBe(4));

        (await office.OpenAsync($"/admin/payments/statements/{id}")).QuerySelector("main [role=status]")!.TextContent.ShouldContain("3 dòng mới, 1 dòng");

        // The same file, an overlapping one, and the bank that tells afterwards: nothing new.
        var again = (await UploadAsync(market, file)).Value;
        (await market.SendAsync(new StatementPreview.Query(Admin, again)))!.Known.ShouldBe(4);
        await market.SendAsync(new ImportStatement.Command(Admin, again));
        await market.SendAsync(new ImportStatement.Command(Admin, (await UploadAsync(market, File(("FT4", 9_000, "tien la"), ("FT5", 1_000, "x")))).Value));
        await market.DeliverAsync();
        await market.ReceiveAsync(385_000, code, reference: "FT1");
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(5);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_statement_that_nobody_takes_in_does_not_stay(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var left = (await UploadAsync(market, File(("FT1", 1_000, "tien la")))).Value;
        var taken = (await UploadAsync(market, File(("FT2", 2_000, "tien la")))).Value;
        (await market.SendAsync(new ImportStatement.Command(Admin, taken))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        market.Clock.Advance(TimeSpan.FromDays(7));
        await market.RoundAsync<DropStatements>();
        (await market.RowsAsync<StatementUpload>()).Count.ShouldBe(2);
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.RoundAsync<DropStatements>();

        (await market.RowsAsync<StatementUpload>()).ShouldHaveSingleItem().Id.ShouldBe(taken);
        (await market.SendAsync(new StatementPreview.Query(Admin, left))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task A_long_one_goes_on_where_it_broke_off_and_two_that_overlap_count_each_line_once(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var lines = Enumerable.Range(0, 1_200).Select(i => ($"FT{i}", 1_000L + i, "tien la")).ToArray();
        var (first, second) = ((await UploadAsync(market, File(lines[..900]))).Value, (await UploadAsync(market, File(lines[600..]))).Value);
        await Task.WhenAll(new[] { first, second }.Select(s => Task.Run(() => market.SendAsync(new ImportStatement.Command(Admin, s)))));
        await using var node = market.WithWebHostBuilder(_ => { });
        await Task.WhenAll(Task.Run(() => market.DeliverAsync()), Task.Run(() => Market.DeliverAsync(node.Services)));
        await market.DeliverAsync();

        var stored = await market.RowsAsync<MoneyIn>();
        stored.Count.ShouldBe(1_200);
        stored.Select(m => m.Reference).ShouldBeUnique();
        (await market.RowsAsync<StatementUpload>()).ShouldAllBe(s => s.EndedAt != null && s.Taken == s.Total && s.Lines.Length == 0);
        (await market.RowsAsync<StatementUpload>()).Sum(s => s.Known).ShouldBe(300);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(lines.Sum(l => l.Item2));
        await market.CheckAsync();
    }

    /// <summary>The broken twin: both look which lines are known before either stores its own, and no index of their names tells.</summary>
    [Theory, EveryDatabase]
    internal async Task Two_that_overlap_and_do_not_see_each_other_would_count_what_they_share_twice(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var lines = Enumerable.Range(0, 4).Select(i => ($"FT{i}", 1_000L + i, "tien la")).ToArray();
        foreach (var file in new[] { File(lines[..3]), File(lines[1..]) })
            (await market.SendAsync(new ImportStatement.Command(Admin, (await UploadAsync(market, file)).Value))).IsDone.ShouldBeTrue();

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_payments_money_in_account_direction_reference", "ix_payments_money_in_source_source_id");
        await twin.RaceDeliveriesAsync("payments.statement");

        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(6);
        (await market.RowsAsync<StatementUpload>()).Sum(s => s.Known).ShouldBe(0);
    }

    /// <summary>Of two equal lines of one statement that adds up each is a movement, with or without a reference of its own.</summary>
    [Theory]
    [InlineData("FT1")]
    [InlineData("")]
    public async Task Two_lines_that_look_alike_are_two(string reference)
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var file = File((reference, 9_000, "x"), (reference, 9_000, "x"));
        for (var i = 0; i < 2; i++)
            await market.SendAsync(new ImportStatement.Command(Admin, (await UploadAsync(market, file)).Value));
        await market.DeliverAsync();
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_of_file_says_the_same(string kind)
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var text = Encoding.UTF8.GetString(File(("FT1", 385_000, "Nguyễn Thị Hạnh trả tiền"), ("FT2", -11_000, "phí; và \"khác\", thế")));
        byte[] file = kind switch
        {
            "mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf16be" => Encoding.BigEndianUnicode.GetBytes(text),
            "semicolon" => Encoding.UTF8.GetBytes(text.Replace("\",\"", "\";\"", StringComparison.Ordinal)),
            "tab" => Encoding.UTF8.GetBytes(text.Replace("\",\"", "\"\t\"", StringComparison.Ordinal)),
            "xlsx" => Workbook.Of(["Ngày", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"], ["23/11/2026", "FT1", "", "385000", "385000", "Nguyễn Thị Hạnh trả tiền"], ["23/11/2026", "FT2", "11000", "", "374000", "phí; và \"khác\", thế"]),
            _ => Encoding.UTF8.GetBytes(text),
        };
        var view = (await market.SendAsync(new StatementPreview.Query(Admin, (await UploadAsync(market, file)).Value)))!;
        view.Lines.Select(l => (l.Reference, l.Amount.Minor, l.IsOut, l.Text)).ShouldBe([("FT1", 385_000, false, "Nguyễn Thị Hạnh trả tiền"), ("FT2", 11_000, true, "phí; và \"khác\", thế")]);
    }

    /// <summary>Banks also write workbooks whose days and amounts are numbers; a time of day and the hair that sums of a spreadsheet miss by don't matter.</summary>
    [Fact]
    public async Task A_workbook_whose_days_and_amounts_are_numbers_says_the_same()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var file = Workbook.Of(
            ["Ngày", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"], [Cell.Day(46_349), Cell.Of(26_001), "", Cell.Of(385_000), Cell.Of(385_000), "Hạnh"],
            [Cell.Time(46_350.75), Cell.Of(26_002), Cell.Of(11_000), "", Cell.Of(374_000.00000000006), "phí"]);

        var view = (await market.SendAsync(new StatementPreview.Query(Admin, (await UploadAsync(market, file)).Value)))!;

        view.Lines.Select(l => (l.Reference, l.Amount.Minor, l.IsOut, l.Text)).ShouldBe([("26001", 385_000, false, "Hạnh"), ("26002", 11_000, true, "phí")]);
        view.Lines.Select(l => l.At).ShouldBe([VietnamDay.Begin(new(2026, 11, 23)), VietnamDay.Begin(new(2026, 11, 24))]);
    }

    /// <summary>What a spreadsheet made of a number is not guessed back: 385.001 with the point of thousands became a fraction.</summary>
    [Theory]
    [InlineData(385.001)]
    [InlineData(0.5)]
    [InlineData(385_000.25)]
    public async Task A_workbook_whose_amount_became_a_fraction_is_refused(double amount)
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var file = Workbook.Of(["Ngày", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"], ["23/11/2026", "FT1", "", Cell.Of(amount), Cell.Of(amount), "Hạnh"]);

        (await UploadAsync(market, file)).IsDone.ShouldBeFalse();
    }

    /// <summary>A spreadsheet keeps 15 digits: two references that share them are not one movement, told in whichever files.</summary>
    [Fact]
    public async Task References_whose_last_digits_a_spreadsheet_lost_name_nothing()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        foreach (var (day, balance) in new[] { (46_349, 5_000), (46_350, 10_000) })
        {
            var file = Workbook.Of(["Ngày", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"], [Cell.Day(day), Cell.Of(5201123456789012345), "", Cell.Of(5_000), Cell.Of(balance), "Hạnh"]);
            (await market.SendAsync(new ImportStatement.Command(Admin, (await UploadAsync(market, file)).Value))).IsDone.ShouldBeTrue();
            await market.DeliverAsync();
        }

        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_statement_is_refused_with_a_sentence_and_nothing_is_kept()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        var broken = Encoding.UTF8.GetString(File(("FT1", 5_000, "a"), ("FT2", 6_000, "b"))).Replace("\"11.000\"", "\"11.001\"", StringComparison.Ordinal);
        foreach (var (file, said) in new (byte[], string)[]
        {
            ([], "chọn một tệp"), (Encoding.UTF8.GetBytes(broken), "không cộng đúng, từ hàng 3"), ([0xFF, 0xD8, 0xFF, 0xE0, 0, 1], "Không đọc được"), ([(byte)'P', (byte)'K', 3, 4, 9, 9], "Không đọc được"),
            (Bomb(), "Không đọc được"), ("xin chào"u8.ToArray(), "hàng tên cột"), (new byte[UploadStatement.MostBytes + 1], "lớn hơn 10 MB"),
        })
        {
            using var answer = await office.PostFormAsync("/admin/payments/statements", [], "main form", new FormFile("Upload", "sao-ke.csv", file, "text/csv"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, said);
            (await Browser.ParseAsync(answer)).QuerySelector(".errors")!.TextContent.ShouldContain(said);
        }

        (await market.RowsAsync<StatementUpload>()).ShouldBeEmpty();
    }

    /// <summary>A name as long as that would be cut in the middle of a letter, which PostgreSQL does not take.</summary>
    [Theory, EveryDatabase]
    internal async Task A_long_name_is_cut_between_letters(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        (await market.SendAsync(new UploadStatement.Command(Admin, new string('x', 99) + "🧄.csv", File(("FT1", 5_000, "a"))))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<StatementUpload>()).ShouldHaveSingleItem().Name.ShouldBe(new string('x', 99));
    }

    /// <summary>ASVS 1.5.1: an entity in a sheet is not looked up.</summary>
    [Fact]
    public async Task An_entity_in_a_sheet_brings_nothing_in()
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var file = Workbook.With("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>""", [["Ngày", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"], ["23/11/2026", "", "5", "5", "&e;"]]);
        (await UploadAsync(market, file)).Flaws.ShouldHaveSingleItem().Key.ShouldBe("payments.statement.flaw.kind");
    }

    private static Task<Outcome<StatementId>> UploadAsync(Market market, byte[] file) => market.SendAsync(new UploadStatement.Command(Admin, "sao-ke.csv", file));

    private static byte[] File(params (string Reference, long Dong, string Text)[] lines) => StatementFile.Of(lines);

    // A small file that unpacks to 100 MB.
    private static byte[] Bomb()
    {
        using MemoryStream kept = new();
        using (ZipArchive zip = new(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/workbook.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
                entry.Write(zeros);
        }

        return kept.ToArray();
    }
}
