using System.Globalization;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Data.Migrations;

/// <summary>Gives lots that were written down before labels had codes the code that they would have been given.</summary>
internal static class LotCodes
{
    // The last 40 bits of an id, of which a code takes the last 35.
    private const string OnPostgres = "('x' || right(replace(CAST(lots_lots.id AS text), '-', ''), 10))::bit(40)::bigint";

    /// <summary>The words for SQLite, which can't read hexadecimal numbers.</summary>
    public static string ForSqlite()
        => Of(string.Join(" + ", Enumerable.Range(0, 10).Select(i => F($"((instr('0123456789abcdef', substr(lower(lots_lots.id), {27 + i}, 1)) - 1) << {4 * (9 - i)})"))));

    /// <summary>The same for PostgreSQL.</summary>
    public static string ForPostgres() => Of(OnPostgres);

    // As in PublicCode: seven characters of five bits, and Luhn's check character over them.
    private static string Of(string number)
    {
        var digits = string.Join(", ", Enumerable.Range(0, 7).Select(k => F($"(n >> {5 * (6 - k)}) & 31 AS d{k}")));
        var sum = string.Join(" + ", Enumerable.Range(0, 7).Select(k => k % 2 == 0 ? F($"(2 * d{k}) / 32 + (2 * d{k}) % 32") : F($"d{k}")));
        var letters = string.Join(" || ", Enumerable.Range(0, 7).Select(k => F($"d{k}")).Append("(32 - total % 32) % 32").Select(d => F($"substr('{PublicCode.Alphabet}', CAST({d} AS integer) + 1, 1)")));
        return F($"UPDATE lots_lots SET code = (SELECT '{PublicCode.Prefix}' || {letters} FROM (SELECT s.*, {sum} AS total FROM (SELECT {digits} FROM (SELECT {number} AS n) AS b) AS s) AS t)");
    }

    private static string F(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
