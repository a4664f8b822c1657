using System.Globalization;
using CoopMarket.Domain.Payments;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

public sealed class BankStatementTests
{
    private static readonly string[] Styles = [",", ".", "", "vnd"];
    private static readonly DateOnly Start = new(2026, 11, 1);
    private static readonly string[] Head = ["STT", "Ngày GD/TNX Date", "Số CT/Doc No", "Số tiền ghi nợ/Debit", "Số tiền ghi có/Credit", "Số dư/Balance", "Nội dung chi tiết/Transactions in detail"];

    private static readonly Gen<long[]> Movements = Gen.Select(Gen.Long[1, 50_000_000], Gen.Bool).Select((dong, isOut) => isOut ? -dong : dong).Array[1, 40];

    /// <summary>Whatever a bank prints around and between the lines, and however it writes numbers: the same lines come out.</summary>
    [Fact]
    public void Lines_come_out_as_they_went_in_however_they_are_printed()
        => Gen.Select(Movements, Gen.Long[0, 900_000_000], Gen.Int[0, 3].Select(i => Styles[i]), Gen.Bool, Gen.Bool, Gen.Bool).Sample((movements, opening, style, newestFirst, minus, preamble) =>
        {
            var balance = opening;
            List<IReadOnlyList<string>> rows = [];
            for (var i = 0; i < movements.Length; i++)
            {
                balance += movements[i];
                var amount = Print(Math.Abs(movements[i]), style);
                rows.Add([
                    $"{i + 1}", Start.AddDays(i / 4).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), $"FT{i}", movements[i] < 0 ? (minus ? "-" : "") + amount : "", movements[i] > 0 ? amount : "-",
                    Print(balance, style), $"MBVCB {i} so du dau ky tong cong"]);
            }

            if (newestFirst)
                rows.Reverse();
            for (var page = rows.Count - 7; page > 0; page -= 8)
                rows.InsertRange(page, [["", "", "", ""], ["Trang 2"], Head]);
            rows.Insert(0, Head);
            if (preamble)
                rows.InsertRange(0, [["NGÂN HÀNG TMCP NGOẠI THƯƠNG"], ["Tài khoản", "7900205123456"], ["Số dư đầu kỳ: " + Print(opening, style)]]);
            rows.Add(["", "Tổng cộng", "", Print(movements.Where(m => m < 0).Sum(m => -m), style), Print(movements.Where(m => m > 0).Sum(), style)]);
            rows.Add(["Số dư cuối kỳ", Print(balance, style)]);

            var statement = BankStatement.Read(rows, out var flaw).ShouldNotBeNull(flaw?.ToString());
            statement.Lines.Select(l => l.Dong).ShouldBe(movements);
            statement.Lines.Select(l => l.Reference).ShouldBe(movements.Select((_, i) => $"FT{i}"));
            (statement.Opening, statement.Closing).ShouldBe((opening, balance));
        });

    /// <summary>A line left out, doubled or changed by a đồng is found, whichever it is.</summary>
    [Fact]
    public void A_line_that_is_missing_doubled_or_changed_is_found()
        => Gen.Select(Movements.Where(m => m.Length > 2), Gen.Int[0, 2], Gen.Int[1, 1_000]).Sample((movements, harm, where) =>
        {
            var rows = Rows(movements);
            var at = 2 + (where % (movements.Length - 2));
            if (harm == 0)
                rows.RemoveAt(at);
            else if (harm == 1)
                rows.Insert(at, rows[at]);
            else
                rows[at] = [.. rows[at].Select((c, i) => i == 3 ? Print(1 + long.Parse(c, CultureInfo.InvariantCulture), "") : c)];
            BankStatement.Read(rows, out var flaw).ShouldBeNull();
            flaw.ShouldNotBeNull().Fault.ShouldBe(StatementFault.DoesNotAddUp);
        });

    [Fact]
    public void The_line_that_breaks_is_named()
    {
        var rows = Rows([5_000, 7_000, -3_000, 4_000]);
        rows.RemoveAt(3);
        BankStatement.Read(rows, out var flaw).ShouldBeNull();
        flaw.ShouldBe(new StatementFlaw(StatementFault.DoesNotAddUp, 4, "dong 3"));
    }

    [Theory]
    [InlineData("1,234,567", 1_234_567L)]
    [InlineData("1.234.567", 1_234_567L)]
    [InlineData("1,234,567.00", 1_234_567L)]
    [InlineData("1.234.567,00", 1_234_567L)]
    [InlineData("1234567", 1_234_567L)]
    [InlineData("+1,000 VND", 1_000L)]
    [InlineData("-1.000 đ", -1_000L)]
    [InlineData("(1,000)", -1_000L)]
    [InlineData("", 0L)]
    [InlineData("-", 0L)]
    [InlineData("1.5", null)]
    [InlineData("1,234.5", null)]
    [InlineData("1.234,567", null)]
    [InlineData("12,34,567", null)]
    [InlineData("1.234.00", null)]
    [InlineData("=1+1", null)]
    [InlineData("1e6", null)]
    [InlineData("９９", null)]
    [InlineData("99999999999999999999", null)]
    public void An_amount_is_read_or_refused_and_never_guessed(string cell, long? dong) => StatementCell.Dong(cell).ShouldBe(dong);

    [Theory]
    [InlineData("23/11/2026", true, false)]
    [InlineData("3/1/2026 09:15:00", true, false)]
    [InlineData("2026-11-23", true, false)]
    [InlineData("11/23/2026", false, true)]
    [InlineData("31/02/2026", false, false)]
    [InlineData("hôm qua", false, false)]
    public void The_day_comes_before_the_month(string cell, bool isDay, bool isMonthFirst)
    {
        (StatementCell.Day(cell, out var monthFirst) is not null).ShouldBe(isDay);
        monthFirst.ShouldBe(isMonthFirst);
    }

    [Fact]
    public void Without_balances_the_first_and_the_last_must_be_stated_and_must_fit()
    {
        string[] head = ["Ngày", "Diễn giải", "Tiền ra", "Tiền vào"];
        IReadOnlyList<string>[] lines = [head, ["02/11/2026", "a", "", "5.000"], ["03/11/2026", "b", "2.000", ""], ["", "va them chu", "", ""]];
        Read(lines).Fault.ShouldBe(StatementFault.NoBalance);
        Read([["Opening balance", "1.000"], .. lines, ["Closing balance", "5.000"]]).ShouldBe(new StatementFlaw(StatementFault.DoesNotAddUp));
        var statement = BankStatement.Read([["Opening balance", "1.000"], .. lines, ["Closing balance", "4.000"]], out _).ShouldNotBeNull();
        statement.Lines.Select(l => l.Text).ShouldBe(["a", "b va them chu"]);
    }

    [Fact]
    public void What_is_no_statement_says_why()
    {
        Read([["xin", "chào"]]).Fault.ShouldBe(StatementFault.NoHead);
        Read([Head]).Fault.ShouldBe(StatementFault.NoLines);
        Read([Head, ["1", "23/11/2026", "FT1", "5", "5", "0", "x"]]).Fault.ShouldBe(StatementFault.BothSides);
        Read([Head, ["1", "", "FT1", "5", "", "0", "x"]]).Fault.ShouldBe(StatementFault.Day);
        Read([Head, ["1", "11/23/2026", "FT1", "5", "", "0", "x"]]).ShouldBe(new StatementFlaw(StatementFault.MonthFirst, 2, "11/23/2026"));
        Read([Head, ["1", "23/11/2026", "FT1", "5,5", "", "0", "x"]]).ShouldBe(new StatementFlaw(StatementFault.Amount, 2, "5,5"));
        Read([Head, .. Enumerable.Repeat<IReadOnlyList<string>>(["1", "23/11/2026", "FT1", "", "", "0", "x"], BankStatement.MostLines + 1)]).Fault.ShouldBe(StatementFault.TooMany);
    }

    private static StatementFlaw Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        BankStatement.Read(rows, out var flaw).ShouldBeNull();
        return flaw.ShouldNotBeNull();
    }

    private static List<IReadOnlyList<string>> Rows(IReadOnlyList<long> movements)
    {
        List<IReadOnlyList<string>> rows = [["Ngày", "Ghi nợ", "Nội dung", "Ghi có", "Số dư"]];
        long balance = 1_000_000_000;
        for (var i = 0; i < movements.Count; i++)
            rows.Add([Start.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), "", $"dong {i}", Print(movements[i], ""), Print(balance += movements[i], "")]);
        return rows;
    }

    private static string Print(long dong, string style)
    {
        var digits = dong.ToString("#,0", CultureInfo.InvariantCulture);
        return style switch { "vnd" => digits + " VND", "," => digits + ".00", _ => digits.Replace(",", style, StringComparison.Ordinal) };
    }
}
