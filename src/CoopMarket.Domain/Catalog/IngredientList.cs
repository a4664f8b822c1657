using System.Text;

namespace CoopMarket.Domain.Catalog;

/// <summary>Some letters of a list of ingredients.</summary>
/// <param name="Of">The allergen that they name and that has to stand out; null for the rest.</param>
public sealed record IngredientPart(string Text, Allergen? Of);

/// <summary>
/// A list of ingredients in which what many do not bear stands out wherever it is named (Regulation (EU) 1169/2011, article 21), and
/// what is in it besides and is not named there.
/// </summary>
/// <param name="Parts">The whole list, in order.</param>
/// <param name="Unnamed">Those in it that the list names by no word that is known.</param>
public sealed record IngredientList(IReadOnlyList<IngredientPart> Parts, IReadOnlyList<Allergen> Unnamed)
{
    /// <summary>Reads a list.</summary>
    /// <param name="list">As it is told in one language; may be empty.</param>
    /// <param name="allergens">What is in it.</param>
    /// <param name="words">How each of them is named in that language; longer names are found before shorter ones.</param>
    public static IngredientList Read(string list, IReadOnlyList<Allergen> allergens, Func<Allergen, IEnumerable<string>> words)
    {
        var text = list.Normalize(NormalizationForm.FormC);
        (string Word, Allergen Of)[] known = [.. allergens.SelectMany(a => words(a).Select(w => (Word: w.Normalize(NormalizationForm.FormC), Of: a))).OrderByDescending(w => w.Word.Length)];
        List<IngredientPart> parts = [];
        var (begun, at) = (0, 0);
        while (at < text.Length)
        {
            var found = IsEdge(text, at) ? known.FirstOrDefault(w => IsThere(text, at, w.Word)) : default;
            if (found.Word is null)
            {
                at++;
                continue;
            }

            if (at > begun)
                parts.Add(new(text[begun..at], null));
            parts.Add(new(text[at..(at + found.Word.Length)], found.Of));
            begun = at += found.Word.Length;
        }

        if (begun < text.Length)
            parts.Add(new(text[begun..], null));
        return new(parts, [.. allergens.Where(a => parts.TrueForAll(p => p.Of != a))]);
    }

    // A name inside a longer word is another thing: «cá» is no part of «các».
    private static bool IsThere(string text, int at, string word)
        => word.Length > 0 && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && IsEdge(text, at + word.Length);

    private static bool IsEdge(string text, int at) => at <= 0 || at >= text.Length || !char.IsLetter(text[at - 1]) || !char.IsLetter(text[at]);
}
