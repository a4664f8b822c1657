using System.Collections.Frozen;

namespace CoopMarket.Web.Features.Search;

/// <summary>
/// Little words of English and French: «savon au miel», «soap for kids». Every description holds them, so beside a word that says something they
/// find nothing and count for none. Without marks some may be Vietnamese (lá, dê), so among what is found they still put forward what holds them.
/// «the» is not one of them: it may be thé.
/// </summary>
internal static class LittleWords
{
    private static readonly FrozenSet<string> All = new[]
    {
        "and", "for", "from", "of", "with",
        "a", "à", "au", "aux", "avec", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "par", "pour", "sur", "un", "une",
    }.SelectMany(MarkedWord.In).Select(w => w.Marked).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(MarkedWord word) => All.Contains(word.Marked);
}
