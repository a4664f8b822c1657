using System.Globalization;

namespace CoopMarket.Web.Hosting;

/// <summary>When the last backup was made: a line in the data directory, since a backup only reads the database.</summary>
internal static class LastBackup
{
    private const string FileName = "last-backup";

    /// <summary>UTC; null where none was made here.</summary>
    public static DateTimeOffset? Of(MarketSettings market)
    {
        var file = Path.Combine(market.DataDirectory, FileName);
        return File.Exists(file) && DateTimeOffset.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var at) ? at : null;
    }

    /// <param name="at">UTC.</param>
    public static void Note(MarketSettings market, DateTimeOffset at)
        => File.WriteAllText(Path.Combine(market.DataDirectory, FileName), at.ToString("O", CultureInfo.InvariantCulture));
}
