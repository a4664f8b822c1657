using System.Globalization;

namespace CoopMarket.Benchmarks;

/// <summary>What a process holds in memory, in kilobytes, as Linux tells it.</summary>
internal static class InMemoryNow
{
    /// <summary>Now.</summary>
    /// <param name="process">Its id; null: this one.</param>
    public static long Kilobytes(int? process = null) => Read("VmRSS", process);

    /// <summary>At most, since it began or was told to forget.</summary>
    public static long PeakKilobytes(int? process = null) => Read("VmHWM", process);

    /// <summary>Forgets the peak until now.</summary>
    /// <param name="process">Its id; null: this one.</param>
    public static void Forget(int? process = null) => File.WriteAllText(Of(process, "clear_refs"), "5");

    private static long Read(string name, int? process) => long.Parse(
        File.ReadLines(Of(process, "status")).First(l => l.StartsWith(name, StringComparison.Ordinal))
            .Split(':')[1].Replace("kB", "", StringComparison.Ordinal).Trim(),
        CultureInfo.InvariantCulture);

    private static string Of(int? process, string file) => $"/proc/{process?.ToString(CultureInfo.InvariantCulture) ?? "self"}/{file}";
}
