using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Why a bank's statement is not taken.</summary>
public enum StatementFault
{
    /// <summary>No row names the columns.</summary>
    NoHead,

    /// <summary>There are no lines.</summary>
    NoLines,

    /// <summary>There are more lines than are taken at once.</summary>
    TooMany,

    /// <summary>A line has no day, or one that can't be read.</summary>
    Day,

    /// <summary>A day can only be read with the month first; all of the file is doubtful then.</summary>
    MonthFirst,

    /// <summary>An amount is no whole number of đồng.</summary>
    Amount,

    /// <summary>A line says that money both came and went.</summary>
    BothSides,

    /// <summary>What was before and the line don't make what is after.</summary>
    DoesNotAddUp,

    /// <summary>Neither balances nor what was there first and last: nothing shows that the file is whole.</summary>
    NoBalance,
}

/// <summary>What is wrong with a statement.</summary>
/// <param name="Row">Where, from 1 as spreadsheets count; 0 where it is about the whole file.</param>
/// <param name="Seen">What stands there.</param>
public sealed record StatementFlaw(StatementFault Fault, int Row = 0, string Seen = "");

/// <summary>One line of a statement.</summary>
/// <param name="Row">Where it stands in the file, from 1.</param>
/// <param name="Reference">The bank's; empty where the file has none.</param>
/// <param name="Dong">Below zero where it went out.</param>
/// <param name="Balance">What was on the account afterwards; null where the file doesn't say.</param>
public sealed record StatementLine(int Row, DateOnly Day, string Reference, long Dong, string Text, long? Balance);

/// <summary>A bank's statement that adds up: what was there first and all lines make what is there last.</summary>
/// <param name="Lines">The oldest first.</param>
public sealed record BankStatement(IReadOnlyList<StatementLine> Lines, long Opening, long Closing)
{
    /// <summary>More lines than that are another file's.</summary>
    public const int MostLines = 20_000;

    private static readonly string[] First = ["so du dau", "opening balance", "balance brought forward"];
    private static readonly string[] Last = ["so du cuoi", "closing balance", "ending balance"];
    private static readonly string[] Sums = ["tong", "cong", "total"];

    /// <summary>
    /// Reads the rows of a file: what stands before the table's head, its repetitions on each page, and sums are left out; a row with
    /// nothing but text goes on with the line before it.
    /// </summary>
    /// <param name="flaw">Null where the statement is good.</param>
    /// <returns>Null where it is not.</returns>
    public static BankStatement? Read(IReadOnlyList<IReadOnlyList<string>> rows, out StatementFlaw? flaw)
    {
        ArgumentNullException.ThrowIfNull(rows);
        StatementColumns? columns = null;
        List<StatementLine> lines = [];
        long? opening = null, closing = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (StatementColumns.Of(row) is { } head)
                columns ??= head;
            else if (!IsLine(columns, row) && Stated(row, First) is { } first)
                opening ??= first;
            else if (!IsLine(columns, row) && Stated(row, Last) is { } last)
                closing = last;
            else if (columns is not null && !Take(columns, row, i + 1, lines, out flaw))
                return null;
        }

        flaw = columns is null ? new(StatementFault.NoHead) : lines.Count == 0 ? new(StatementFault.NoLines) : lines.Count > MostLines ? new(StatementFault.TooMany) : null;
        return flaw is null ? Add(lines, opening, closing, out flaw) : null;
    }

    // What a sender wrote may read like anything: a row with a day and an amount is a line.
    private static bool IsLine(StatementColumns? columns, IReadOnlyList<string> row)
        => columns is not null && columns.Day < row.Count && StatementCell.Day(row[columns.Day], out _) is not null
            && new[] { columns.Amount, columns.Debit, columns.Credit }.Any(c => c >= 0 && c < row.Count && StatementCell.Dong(row[c]) is not 0);

    private static bool Take(StatementColumns columns, IReadOnlyList<string> row, int number, List<StatementLine> lines, out StatementFlaw? flaw)
    {
        flaw = null;
        var (day, text) = (At(columns.Day), At(columns.Text));
        var money = new[] { columns.Amount, columns.Debit, columns.Credit }.Where(c => c >= 0).Select(At).ToList();
        if (day.Length == 0 && money.All(m => m.Length == 0))
        {
            if (text.Length > 0 && lines.Count > 0 && row.Count(c => c.Trim().Length > 0) == 1)
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text} {text}" };
            return true;
        }

        if (StatementCell.Day(day, out var isMonthFirst) is not { } on)
            // A line that reads like a sum and is none is missed where all is added up.
            return row.Any(c => Says(c, Sums)) || No(isMonthFirst ? StatementFault.MonthFirst : StatementFault.Day, day, out flaw);
        var amounts = money.ConvertAll(StatementCell.Dong);
        if (amounts.IndexOf(null) is >= 0 and var wrong)
            return No(StatementFault.Amount, money[wrong], out flaw);
        var balance = columns.Balance < 0 || At(columns.Balance).Length == 0 ? null : StatementCell.Dong(At(columns.Balance));
        if (balance is null && columns.Balance >= 0 && At(columns.Balance).Length > 0)
            return No(StatementFault.Amount, At(columns.Balance), out flaw);
        if (amounts is [{ } debit, { } credit] && debit != 0 && credit != 0)
            return No(StatementFault.BothSides, $"{money[0]} · {money[1]}", out flaw);
        // Some banks print what went out with a minus, some without.
        var dong = amounts is [{ } signed] ? signed : amounts[1]!.Value - Math.Abs(amounts[0]!.Value);
        lines.Add(new(number, on, At(columns.Reference), dong, text, balance));
        return true;

        string At(int column) => column >= 0 && column < row.Count ? row[column].Trim() : "";

        bool No(StatementFault fault, string seen, out StatementFlaw? said)
        {
            said = new(fault, number, seen);
            return false;
        }
    }

    private static BankStatement? Add(List<StatementLine> lines, long? opening, long? closing, out StatementFlaw? flaw)
    {
        flaw = null;
        if (lines.TrueForAll(l => l.Balance is not null))
        {
            var (forward, backward) = (Break(lines), Break(lines.AsEnumerable().Reverse().ToList()));
            if (forward is not null && backward is null)
                lines.Reverse();
            else if (forward is not null)
                flaw = new(StatementFault.DoesNotAddUp, forward.Row, forward.Text);
            var (first, last) = (lines[0].Balance!.Value - lines[0].Dong, lines[^1].Balance!.Value);
            if (flaw is null && opening is { } stated && stated != first)
                flaw = new(StatementFault.DoesNotAddUp, lines[0].Row, lines[0].Text);
            else if (flaw is null && closing is { } end && end != last)
                flaw = new(StatementFault.DoesNotAddUp, lines[^1].Row, lines[^1].Text);
            return flaw is null ? new(lines, first, last) : null;
        }

        if (opening is not { } from || closing is not { } to)
            flaw = new(StatementFault.NoBalance);
        else if (from + lines.Sum(l => l.Dong) != to)
            flaw = new(StatementFault.DoesNotAddUp);
        return flaw is null ? new([.. lines.OrderBy(l => l.Day)], opening!.Value, closing!.Value) : null;
    }

    // The first line that does not follow from the one before it.
    private static StatementLine? Break(List<StatementLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].Balance != lines[i - 1].Balance + lines[i].Dong)
                return lines[i];
        return null;
    }

    // «Số dư đầu kỳ: 19.077.000», in one cell or in two.
    private static long? Stated(IReadOnlyList<string> row, string[] names)
    {
        if (row.FirstOrDefault(c => Says(c, names)) is not { } said)
            return null;
        var numbers = row.Where(c => c != said).Append(said[(said.LastIndexOf(':') + 1)..]).Where(c => c.Any(char.IsAsciiDigit)).ToList();
        return numbers.Count == 0 ? null : StatementCell.Dong(numbers[^1]) ?? StatementCell.Dong(numbers[0]);
    }

    private static bool Says(string cell, string[] names) => cell.Length <= 100 && names.Any(n => $" {Folding.Fold(cell)} ".Contains($" {n} ", StringComparison.Ordinal));
}
