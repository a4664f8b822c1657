using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

/// <summary>Row 56: what two sources tell of one movement counts once, and what is another movement is never swallowed.</summary>
public sealed class TellingTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly PublicCode Code = PublicCode.Parse("CM1234567M");
    private static readonly PublicCode Other = PublicCode.Parse("CM00000000");

    [Fact]
    public void Another_reference_of_the_other_source_is_the_same_movement_where_day_and_order_are()
        => Tell("FT-FILE", text: $"MBVCB {Code} CT tu", told: Stored("FT-FEED", $"{Code}")).Kind.ShouldBe(TellingKind.Known);

    [Fact]
    public void It_is_the_same_where_the_account_held_as_much_afterwards_even_days_later()
        => Tell("FT-FILE", days: 9, balance: 500, text: "tien hang", told: Stored("FT-FEED", "khac han", balance: 500)).Kind.ShouldBe(TellingKind.Known);

    [Fact]
    public void Where_the_balances_differ_a_person_decides()
        => Tell("FT-FILE", balance: 600, text: $"{Code}", told: Stored("FT-FEED", $"{Code}", balance: 500)).Kind.ShouldBe(TellingKind.Doubtful);

    [Fact]
    public void A_day_apart_a_person_decides_and_two_days_apart_it_is_new()
    {
        Tell("FT-FILE", days: 1, text: $"{Code}", told: Stored("FT-FEED", $"{Code}")).Kind.ShouldBe(TellingKind.Doubtful);
        Tell("FT-FILE", days: 2, text: $"{Code}", told: Stored("FT-FEED", $"{Code}")).Kind.ShouldBe(TellingKind.New);
    }

    /// <summary>Two halves of one order on one day: whoever told the first does not tell it again.</summary>
    [Fact]
    public void What_a_source_told_already_is_another_movement()
        => Tell("FT-2", text: $"{Code}", told: Stored("FT-1", $"{Code}") with { ToldBy = [MoneySource.SePay, MoneySource.Statement] }).Kind.ShouldBe(TellingKind.New);

    [Fact]
    public void Another_order_on_the_same_day_is_another_movement_whatever_the_reference_and_the_balance()
    {
        Tell("FT-1", text: $"{Other}", told: Stored("FT-1", $"{Code}")).Kind.ShouldBe(TellingKind.New);
        Tell("FT-2", balance: 500, text: $"{Other}", told: Stored("FT-1", $"{Code}", balance: 500)).Kind.ShouldBe(TellingKind.New);
    }

    [Fact]
    public void The_same_reference_of_the_other_source_is_the_same_movement_for_some_days()
    {
        Tell("FT-1", days: Telling.MostDaysApart, text: "x", told: Stored("FT-1", "y")).Kind.ShouldBe(TellingKind.Known);
        Tell("FT-1", days: Telling.MostDaysApart + 1, text: "x", told: Stored("FT-1", "y")).Kind.ShouldBe(TellingKind.New);
    }

    /// <summary>Banks that count their references anew each day.</summary>
    [Fact]
    public void The_same_reference_of_the_same_source_on_another_day_is_another_movement()
        => Tell("00210", days: 1, text: "x", told: Stored("00210", "y") with { ToldBy = [MoneySource.Statement] }).Kind.ShouldBe(TellingKind.New);

    [Theory]
    [InlineData("NGUYEN THI HANH chuyen tien", "MBVCB.991 Nguyễn Thị Hạnh chuyển tiền", TellingKind.Known)]
    [InlineData("mua", "mua", TellingKind.New)]
    [InlineData("NGUYEN THI HANH", "LO THI MAI", TellingKind.New)]
    [InlineData("", "", TellingKind.New)]
    public void Without_a_code_the_text_says_it(string feed, string file, TellingKind kind) => Tell("FT-FILE", text: file, told: Stored("FT-FEED", feed)).Kind.ShouldBe(kind);

    /// <summary>
    /// However many equal transfers come on a day, whichever of them the feed told, and whether it calls them as the file does or otherwise, a file that holds all
    /// of them makes as many as there are.
    /// </summary>
    [Fact]
    public void A_whole_file_after_a_feed_that_missed_some_makes_as_many_movements_as_it_has_lines() => Gen.Select(Gen.Bool.Array[1, 6], Gen.Bool, Gen.Bool).Sample((told, asFile, fileFirst) =>
    {
        var byFeed = told.Index().Where(t => t.Item).Select(t => Line(MoneySource.SePay, (asFile ? "FILE" : "FEED") + t.Index, 0, null, $"{Code}"));
        var byFile = told.Index().Select(t => Line(MoneySource.Statement, $"FILE{t.Index}", 0, null, $"{Code}")).ToList();
        var file = byFile.Select(l => (l.Reference, l.Day)).ToHashSet();
        List<StoredMovement> stored = [];
        foreach (var line in fileFirst ? byFile.Concat(byFeed) : byFeed.Concat(byFile))
        {
            var telling = Telling.Of(line, stored, line.Source == MoneySource.Statement ? file : [(line.Reference, line.Day)]);
            telling.Kind.ShouldNotBe(TellingKind.Doubtful);
            if (telling.Movement is { } known)
                stored[stored.FindIndex(m => m.Id == known)] = stored.Single(m => m.Id == known) is var one ? one with { ToldBy = [.. one.ToldBy, line.Source] } : null!;
            else
                stored.Add(new(new(Guid.NewGuid()), line.Reference, line.Day, line.Transfer.Text, line.Balance, [line.Source]));
        }

        stored.Count.ShouldBe(told.Length);
    });

    private static Telling Tell(string reference, StoredMovement told, string text, int days = 0, long? balance = null) => Telling.Of(Line(MoneySource.Statement, reference, days, balance, text), [told], new HashSet<(string, DateOnly)>());

    private static StoredMovement Stored(string reference, string text, long? balance = null) => new(new(Guid.NewGuid()), reference, Monday, text, balance, [MoneySource.SePay]);

    private static BankLine Line(MoneySource source, string reference, int days, long? balance, string text)
        => new(source, reference, "VCB", reference, new(500, text, TransferDirection.In, "7900205123456"), VietnamDay.Begin(Monday.AddDays(days))) { Balance = balance };
}
