namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Months in which something is to be had, as bits: bit 0 for January, 0 for the whole year.</summary>
internal static class Seasons
{
    private const int Months = 12;

    public static bool Has(int bits, int month) => bits == 0 || (bits & (1 << (month - 1))) != 0;

    /// <summary>The next month, 1 to 12, in which it is to be had again; null when it is in season.</summary>
    public static int? StartsIn(int bits, int month)
    {
        if (Has(bits, month))
            return null;
        for (var ahead = 1; ahead < Months; ahead++)
            if (Has(bits, Wrap(month + ahead)))
                return Wrap(month + ahead);
        return null;
    }

    /// <summary>Runs of months through one year, each with whether it is to be had.</summary>
    public static IEnumerable<(int From, int To, bool IsSeason)> Runs(int bits)
    {
        for (int from = 1, to; from <= Months; from = to + 1)
        {
            to = from;
            while (to < Months && Has(bits, to + 1) == Has(bits, from))
                to++;
            yield return (from, to, Has(bits, from));
        }
    }

    private static int Wrap(int month) => ((month - 1) % Months) + 1;
}
