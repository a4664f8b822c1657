using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>One thing that a product says of itself.</summary>
/// <param name="Field">The field's fixed name, such as <c>price</c> or <c>name.vi</c>.</param>
/// <param name="Of">The id of the size it belongs to; empty for the product itself.</param>
/// <param name="Label">The name of that size; empty for the product itself.</param>
/// <param name="Value">As stored, invariant.</param>
public sealed record Fact(string Field, string Of, string Label, string Value);

/// <summary>What became of one thing that a product says.</summary>
/// <param name="Field">As in <see cref="Fact"/>.</param>
/// <param name="Of">As in <see cref="Fact"/>.</param>
/// <param name="Label">As in <see cref="Fact"/>, after the change where it is still there.</param>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record FactChange(string Field, string Of, string Label, string? Before, string? After);

/// <summary>
/// All that a product says of itself and that somebody has to answer for, field by field. An approval binds to its hash, an
/// after-look shows what differs. Stock is not among it.
/// </summary>
public static class ProductFacts
{
    /// <summary>The facts in a fixed order; what is empty is left out.</summary>
    public static IReadOnlyList<Fact> Of(Product product)
    {
        List<Fact> facts = [];
        Texts("name", "", "", product.Name);
        Texts("line", "", "", product.Line);
        Texts("description", "", "", product.Description);
        Texts("use", "", "", product.Use);
        Texts("other-names", "", "", product.OtherNames);
        Texts("ingredients", "", "", product.Ingredients);
        facts.AddRange(product.Origins.All.Select(o => new Fact($"origin.{o.Key}", "", "", o.Value.ToString())));
        Add("category", product.Category?.ToString());
        Add("village", product.Village);
        Add("commune", product.CommuneCode);
        Add("maker", product.Maker?.ToString());
        Add("season", product.SeasonBits == 0 ? null : string.Join(", ", Enumerable.Range(1, 12).Where(product.IsInSeason)));
        Add("ready", product.MadeToOrderDays?.ToString(CultureInfo.InvariantCulture));
        Add("vat", product.Vat?.ToString());
        // That none of them is in it is a fact too.
        Add("allergens", product.AllergenBits is { } bits ? bits == 0 ? "None" : string.Join(", ", Allergens.Of(bits)) : null);
        foreach (var size in product.Variants.Where(v => v.IsOffered).OrderBy(v => v.Id.Value))
        {
            var (id, label) = (size.Id.ToString(), size.Name.Vi);
            Texts("size", id, label, size.Name);
            facts.Add(new("net", id, label, string.Create(CultureInfo.InvariantCulture, $"{size.NetAmount} {size.Kind}")));
            facts.Add(new("price", id, label, size.Price.Minor.ToString(CultureInfo.InvariantCulture)));
            facts.Add(new("parcel", id, label, string.Create(
                CultureInfo.InvariantCulture, $"{size.ParcelGrams} g, {size.LengthMm} × {size.WidthMm} × {size.HeightMm} mm")));
            if (size.Gtin is { } gtin)
                facts.Add(new("gtin", id, label, gtin));
        }

        return facts;

        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                facts.Add(new(field, "", "", value));
        }

        void Texts(string field, string of, string label, LocalizedText text)
            => facts.AddRange(text.All.Select(t => new Fact($"{field}.{t.Key}", of, label, t.Value)));
    }

    /// <summary>SHA-256 over the facts, in hexadecimal; two products that say the same have the same.</summary>
    public static string Hash(IReadOnlyList<Fact> facts)
    {
        // Lengths keep two neighbors from borrowing letters of each other.
        var text = new StringBuilder();
        foreach (var part in facts.SelectMany(f => new[] { f.Field, f.Of, f.Value }))
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What differs, in the order of the fields.</summary>
    public static IReadOnlyList<FactChange> Compare(IReadOnlyList<Fact> before, IReadOnlyList<Fact> after)
    {
        var was = before.ToDictionary(f => (f.Field, f.Of));
        var now = after.ToDictionary(f => (f.Field, f.Of));
        return [.. before.Concat(after).Select(f => (f.Field, f.Of)).Distinct()
            .Select(key => (Before: was.GetValueOrDefault(key), After: now.GetValueOrDefault(key)))
            .Where(pair => pair.Before?.Value != pair.After?.Value)
            .Select(pair => new FactChange(
                (pair.After ?? pair.Before)!.Field, (pair.After ?? pair.Before)!.Of, (pair.After ?? pair.Before)!.Label, pair.Before?.Value, pair.After?.Value))];
    }

    /// <summary>Two changes after each other as one; what came back to where it was is no change.</summary>
    public static IReadOnlyList<FactChange> Join(IReadOnlyList<FactChange> first, IReadOnlyList<FactChange> then)
    {
        var joined = first.ToDictionary(c => (c.Field, c.Of));
        foreach (var change in then)
            joined[(change.Field, change.Of)] = joined.TryGetValue((change.Field, change.Of), out var earlier) ? change with { Before = earlier.Before } : change;
        return [.. joined.Values.Where(c => c.Before != c.After)];
    }
}
