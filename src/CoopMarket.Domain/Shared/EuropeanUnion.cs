namespace CoopMarket.Domain.Shared;

/// <summary>The European Union as far as parcels and buyers' rights are concerned.</summary>
public static class EuropeanUnion
{
    private static readonly HashSet<string> States =
        [.. "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".Split(' ')];

    /// <summary>Its members, ISO 3166-1 alpha-2.</summary>
    public static IReadOnlyCollection<string> Members => States;

    /// <summary>Whether a country is a member.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static bool Has(string country) => States.Contains(country);
}
