namespace CoopMarket.Web.Features.Search;

/// <summary>
/// How a word is reached that was typed with one letter wrong, missing, too many or in its neighbor's place, or not to its
/// end. Two words that are one such slip apart are equal after at most one letter is left out of each, so that looking up a
/// few short strings finds them (the neighborhood by deletion of Mor and Fraenkel, 1982). Letters a to z only: another digit
/// is another thing.
/// </summary>
internal static class Ways
{
    /// <summary>The shortest word that is looked for with a slip; of two letters every word would be near.</summary>
    public const int Shortest = 3;

    /// <summary>The longest word with ways.</summary>
    public const int Longest = 20;

    /// <summary>The shortest beginning.</summary>
    public const int ShortestBeginning = 2;

    private const int LongestBeginning = 8;

    // The rows of the keyboard, each half a key further to the right.
    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>What is kept for a word; nothing where it has other letters than a to z, or too many or too few.</summary>
    public static IEnumerable<string> To(string word)
    {
        if (!IsPlain(word) || word.Length is < ShortestBeginning or > Longest)
            return [];
        var beginnings = Enumerable.Range(ShortestBeginning, Math.Min(LongestBeginning, word.Length) - 1).Select(length => word[..length] + "*");
        return (word.Length >= Shortest ? Around(word) : [word]).Concat(beginnings).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What is looked up for a word that was typed with a slip: itself, and itself without each of its letters.</summary>
    public static IEnumerable<string> Around(string word)
        => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Prepend(word).Distinct(StringComparer.Ordinal);

    /// <summary>What is looked up for a word that is not yet typed to its end; whoever asks compares what is beyond eight letters.</summary>
    public static string Beginning(string word) => word[..Math.Min(LongestBeginning, word.Length)] + "*";

    /// <summary>Whether there is one slip between two words: a letter wrong, missing, too many, or two neighbors changed about.</summary>
    public static bool IsSlip(string typed, string word)
    {
        var start = 0;
        while (start < typed.Length && start < word.Length && typed[start] == word[start])
            start++;
        var left = typed.AsSpan(start);
        var right = word.AsSpan(start);
        return (left.Length - right.Length) switch
        {
            0 => left.Length > 0 && (left[1..].SequenceEqual(right[1..]) || IsTurned(left, right)),
            1 => left[1..].SequenceEqual(right),
            -1 => right[1..].SequenceEqual(left),
            _ => false,
        };
    }

    /// <summary>Whether the slip is one that fingers make: two letters changed about, a letter twice, or the key beside it.</summary>
    public static bool IsOfFingers(string typed, string word)
    {
        if (typed.Length != word.Length)
            return (typed.Length > word.Length ? typed : word) is var longer && longer.Zip(longer.Skip(1)).Any(p => p.First == p.Second);
        var wrong = Enumerable.Range(0, typed.Length).Where(i => typed[i] != word[i]).ToList();
        return wrong.Count == 2 || (wrong.Count == 1 && AreBeside(typed[wrong[0]], word[wrong[0]]));
    }

    /// <summary>How much two words have in common, 0 to 100: the share of pairs of letters that both have, their ends included.</summary>
    public static int Likeness(string one, string other)
    {
        var (left, right) = (Pairs(one), Pairs(other));
        return 200 * left.Intersect(right, StringComparer.Ordinal).Count() / (left.Count + right.Count);
    }

    /// <summary>Whether it has letters a to z and nothing else.</summary>
    public static bool IsPlain(string word) => word.All(char.IsAsciiLetterLower);

    private static HashSet<string> Pairs(string word)
        => [.. $" {word}".Zip($"{word} ", (first, second) => $"{first}{second}")];

    private static bool IsTurned(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
        => left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);

    private static bool AreBeside(char one, char other)
    {
        var ((row, place), (otherRow, otherPlace)) = (PlaceOf(one), PlaceOf(other));
        return (otherRow - row) switch
        {
            0 => Math.Abs(place - otherPlace) == 1,
            1 => otherPlace == place || otherPlace == place - 1,
            -1 => otherPlace == place || otherPlace == place + 1,
            _ => false,
        };
    }

    private static (int Row, int Place) PlaceOf(char letter)
    {
        var row = Array.FindIndex(Keys, keys => keys.Contains(letter));
        return row < 0 ? (int.MinValue / 2, 0) : (row, Keys[row].IndexOf(letter));
    }
}
