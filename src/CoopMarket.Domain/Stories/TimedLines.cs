using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoopMarket.Domain.Stories;

/// <summary>One line and when it is said.</summary>
/// <param name="Begin">Milliseconds from the start.</param>
/// <param name="End">Milliseconds from the start, later than <paramref name="Begin"/>.</param>
/// <param name="Words">One or two short lines.</param>
public sealed record TimedLine(int Begin, int End, string Words);

/// <summary>What is wrong with typed lines.</summary>
/// <param name="Line">Which line of what was typed, from 1.</param>
/// <param name="Key">The end of the sentence's key.</param>
public sealed record TimedFlaw(int Line, string Key);

/// <summary>Lines with their times, as WebVTT writes them (W3C). The first line and the numbers of subtitle files may be missing or there.</summary>
public static partial class TimedLines
{
    /// <summary>How many lines a recording may have.</summary>
    public const int Most = 400;

    /// <summary>Characters of all that is typed.</summary>
    public const int Length = 40_000;

    /// <summary>Characters said at one time.</summary>
    public const int WordsLength = 200;

    // A last line may end a moment after the sound does.
    private const int Grace = 1_000;

    /// <summary>Reads typed lines, or tells of the first flaw.</summary>
    /// <param name="typed">Lines parted by line feeds; nothing typed gives no lines.</param>
    /// <param name="milliseconds">How long the recording is.</param>
    public static (IReadOnlyList<TimedLine> Lines, TimedFlaw? Flaw) Read(string? typed, int milliseconds)
    {
        var rows = (typed ?? "").ReplaceLineEndings("\n").Split('\n');
        List<TimedLine> read = [];
        var at = rows[0].TrimStart('\uFEFF').StartsWith("WEBVTT", StringComparison.Ordinal) ? After(rows, 0) : 0;
        while (at < rows.Length)
        {
            if (string.IsNullOrWhiteSpace(rows[at]))
            {
                at++;
                continue;
            }

            var end = After(rows, at);
            if (!IsNote(rows[at]))
            {
                var flaw = ReadOne(rows, at, end, read, milliseconds);
                if (flaw is not null)
                    return ([], flaw);
            }

            at = end;
        }

        return (read, null);
    }

    /// <summary>The file that browsers read.</summary>
    public static string Written(IEnumerable<TimedLine> lines)
    {
        StringBuilder file = new("WEBVTT\n");
        foreach (var line in lines)
            file.Append('\n').Append(Time(line.Begin)).Append(" --> ").Append(Time(line.End)).Append('\n')
                .Append(line.Words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)).Append('\n');
        return file.ToString();
    }

    /// <summary>The same as people type it: nothing is written in signs.</summary>
    public static string Typed(string written)
        => written.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static TimedFlaw? ReadOne(string[] rows, int at, int end, List<TimedLine> read, int milliseconds)
    {
        // A number or a name may stand above the times.
        var row = !rows[at].Contains("-->", StringComparison.Ordinal) && at + 1 < end ? at + 1 : at;
        var times = Times().Match(rows[row]);
        if (!times.Success || Moment(times, "1") is not { } from || Moment(times, "2") is not { } to)
            return new(row + 1, "time");
        if (to <= from)
            return new(row + 1, "end");
        if (read.Count > 0 && from < read[^1].Begin)
            return new(row + 1, "order");
        if (to > milliseconds + Grace)
            return new(row + 1, "past");
        var words = string.Join('\n', rows[(row + 1)..end].Select(w => w.Trim()));
        if (words.Length == 0)
            return new(row + 1, "empty");
        if (words.Length > WordsLength || words.Contains("-->", StringComparison.Ordinal))
            return new(row + 2, "words");
        if (read.Count == Most)
            return new(row + 1, "many");
        read.Add(new(from, to, words));
        return null;
    }

    private static bool IsNote(string row) => row is "NOTE" or "STYLE" or "REGION" || row.StartsWith("NOTE ", StringComparison.Ordinal);

    private static int After(string[] rows, int at)
    {
        while (at < rows.Length && !string.IsNullOrWhiteSpace(rows[at]))
            at++;
        return at;
    }

    private static int? Moment(Match times, string of)
    {
        var hours = times.Groups["h" + of] is { Success: true } told ? Number(told) : 0;
        var (minutes, seconds) = (Number(times.Groups["m" + of]), Number(times.Groups["s" + of]));
        return minutes > 59 || seconds > 59 ? null : ((((hours * 60) + minutes) * 60) + seconds) * 1000 + Number(times.Groups["f" + of]);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static string Time(int moment) => TimeSpan.FromMilliseconds(moment).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\s*((?<h1>[0-9]{1,2}):)?(?<m1>[0-9]{1,2}):(?<s1>[0-9]{2})[.,](?<f1>[0-9]{3})\s*-->\s*((?<h2>[0-9]{1,2}):)?(?<m2>[0-9]{1,2}):(?<s2>[0-9]{2})[.,](?<f2>[0-9]{3})(\s.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Times();
}
