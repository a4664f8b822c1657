using System.Globalization;
using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>What <see cref="CleanText.Read"/> found in a typed text.</summary>
public enum TextVerdict
{
    /// <summary>Fit to be stored.</summary>
    Clean,

    /// <summary>Nothing, or nothing that can be seen.</summary>
    Empty,

    /// <summary>A control character or noncharacter: NUL, escape, a line break in a single line.</summary>
    ControlCharacter,

    /// <summary>Half of a surrogate pair, or what stands where bytes were no text at all: no valid Unicode.</summary>
    LoneSurrogate,

    /// <summary>A character that turns the reading direction around, so that the text shows other than it is.</summary>
    DirectionOverride,

    /// <summary>More marks stacked on one letter than any language writes.</summary>
    TooManyMarks,

    /// <summary>More characters, as a reader counts them, than are allowed.</summary>
    TooLong,
}

/// <summary>The guard in front of every text that a person types.</summary>
public static class CleanText
{
    /// <summary>Marks in a row that pass; Vietnamese in decomposed form needs two.</summary>
    public const int MaxMarks = 4;

    // One character as read may take several code units (an emoji family takes 11); the cap keeps storage bounded.
    private const int CodeUnitsPerCharacter = 8;

    /// <summary>
    /// Checks and tidies one typed text: composed form (NFC), no space at either end, tab as a space, line breaks as
    /// a single line feed.
    /// </summary>
    /// <param name="typed">What was typed; null counts as empty.</param>
    /// <param name="maxLength">Characters allowed, as a reader counts them: marks and joined emoji don't add.</param>
    /// <param name="clean">The text to store; empty unless the verdict is <see cref="TextVerdict.Clean"/>.</param>
    /// <param name="severalLines">Whether line breaks are allowed.</param>
    public static TextVerdict Read(string? typed, int maxLength, out string clean, bool severalLines = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        clean = "";
        if (typed is null) return TextVerdict.Empty;
        // Said before anything is counted, so that a megabyte in a name costs nothing.
        if (typed.Length > (long)maxLength * CodeUnitsPerCharacter + 1000) return TextVerdict.TooLong;

        var flaw = FindFlaw(typed, severalLines);
        if (flaw != TextVerdict.Clean) return flaw;
        var text = Trim(severalLines
            ? typed.ReplaceLineEndings("\n").Replace('\t', ' ')
            : typed.Replace('\t', ' ')).Normalize(NormalizationForm.FormC);
        if (text.Length == 0) return TextVerdict.Empty;
        if (text.Length > (long)maxLength * CodeUnitsPerCharacter || Count(text) > maxLength) return TextVerdict.TooLong;
        clean = text;
        return TextVerdict.Clean;
    }

    /// <summary>The text, or its first so many characters, never cut between the two halves of one letter.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    /// <summary>
    /// The text on one line, for mail headers and logs: line breaks and control characters become single spaces,
    /// direction overrides and lone surrogates go. Null gives an empty text.
    /// </summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirectionOverride(rune) || rune == Rune.ReplacementChar) continue;
            if (!IsControl(rune) && !IsLineBreak(rune) && rune.Value != '\t' && rune.Value != ' ') line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd(' ');
    }

    private static TextVerdict FindFlaw(string typed, bool severalLines)
    {
        var marks = 0;
        var rest = typed.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done)
                return TextVerdict.LoneSurrogate;
            if (rune == Rune.ReplacementChar) return TextVerdict.LoneSurrogate;
            rest = rest[used..];
            if (IsDirectionOverride(rune)) return TextVerdict.DirectionOverride;
            if (rune.Value != '\t' && (IsLineBreak(rune) ? !severalLines : IsControl(rune))) return TextVerdict.ControlCharacter;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MaxMarks) return TextVerdict.TooManyMarks;
        }
        return TextVerdict.Clean;
    }

    private static int Count(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++) at += StringInfo.GetNextTextElementLength(text, at);
        return count;
    }

    private static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return text[start..end];
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) == UnicodeCategory.Format
        || character is '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0' or (>= '\uFE00' and <= '\uFE0F');

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    private static bool IsControl(Rune rune) => Rune.IsControl(rune)
        || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsDirectionOverride(Rune rune) =>
        rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
}
