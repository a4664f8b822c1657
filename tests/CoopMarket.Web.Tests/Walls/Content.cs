using System.Data.Common;
using System.Globalization;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Every row of every table as text, so that any change shows and can be named.</summary>
internal sealed class Content
{
    // What a request may leave behind without having done anything: who was refused, and when a session was last seen.
    private static readonly string[] Traces = ["audit_rows", "accounts_sessions"];

    private readonly HashSet<string> _rows;

    private Content(HashSet<string> rows) => _rows = rows;

    public static Task<Content> OfAsync(Market market, params string[] without) => market.InDbAsync(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        HashSet<string> rows = new(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Except(Traces).Except(without))
            await ReadAsync(connection, table, rows);
        return new Content(rows);
    });

    /// <summary>Rows that are not in both, each with its table's name.</summary>
    public IReadOnlyList<string> DifferenceTo(Content other) => other == this ? [] : [.. _rows.Except(other._rows).Select(r => "- " + r), .. other._rows.Except(_rows).Select(r => "+ " + r)];

    private static async Task ReadAsync(DbConnection connection, string table, HashSet<string> rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var row = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(row);
            rows.Add(table + " " + string.Join('|', row.Select(Text)));
        }
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant(),
    };
}
