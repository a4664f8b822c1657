using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Seed;

/// <summary>A product that is copied, with the photos that are shown of it.</summary>
internal sealed record ScaleModel(Product Product, IReadOnlyList<Photo> Photos);

/// <summary>Makes copies of products that differ as goods do: in name, price, age and stock. The same number makes the same copy.</summary>
internal sealed class ScaleCopies(IReadOnlyList<IReadOnlyList<ScaleModel>> models, Ids ids, DateTimeOffset now)
{
    /// <summary>Stands in the address of every copy, before its number.</summary>
    public const string Mark = "-ban-sao-";

    private const ulong Seed = 20261128;
    private const int Years = 3;
    private const int Ranks = 1_000;
    private const int First = 19_000;
    private const int FirstWithNone = 951;
    private const int LongestSlug = 80;

    // Places and manners, so that words repeat over many goods.
    private static readonly LocalizedText[] Added =
    [
        new("Mộc Châu", "Moc Chau"), new("Mường La", "Muong La"), new("Bắc Yên", "Bac Yen"), new("Phù Yên", "Phu Yen"), new("Thuận Châu", "Thuan Chau"),
        new("Vân Hồ", "Van Ho"), new("Mai Sơn", "Mai Son"), new("Yên Châu", "Yen Chau"), new("thượng hạng", "premium"), new("truyền thống", "traditional"),
        new("đặc biệt", "special"), new("nhà làm", "homemade"), new("vụ sớm", "early harvest"), new("vụ muộn", "late harvest"),
    ];

    /// <summary>Adds a copy, to be saved with all that belongs to it.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="number">Its own, at least 0.</param>
    public void Add(MarketDb db, int number)
    {
        Dice dice = new(Seed + (ulong)number);
        var (model, photos) = dice.One(models[Rank(dice, models.Count) - 1]);
        var at = now - dice.Between(TimeSpan.Zero, TimeSpan.FromDays(365 * Years));
        var name = Renamed(model.Name, dice);
        var slug = Folding.Slug(name.Vi, LongestSlug) + Mark + number.ToString(CultureInfo.InvariantCulture);
        var copy = Product.Start(ids.New<ProductId>(), model.Cooperative, slug, at);
        copy.Describe(new(name, model.Line, model.Description, model.Use, model.OtherNames, model.Ingredients), model.Category);
        copy.Locate(model.Village, model.CommuneCode, model.Maker, model.SeasonBits);
        copy.MakeToOrder(model.MadeToOrderDays);
        copy.Tax(model.Vat);
        AddSizes(db, copy, model, at, dice);
        if (copy.Submit(hasPhoto: true, isKnown: true, at) is { } refusal)
            throw new InvalidOperationException($"{model.Slug} could not be copied: {refusal}");
        db.Add(copy);
        db.Entry(copy).Property(p => p.Origins).CurrentValue = model.Origins;
        db.Add(ProductAddress.Give(copy.Id, slug, at));
        AddPhotos(db, copy, photos, at);
    }

    private void AddSizes(MarketDb db, Product copy, Product model, DateTimeOffset at, Dice dice)
    {
        var sizes = model.Variants.Where(v => v.IsOffered).OrderBy(v => v.Position).ToList();
        var stock = model.MadeToOrderDays is null ? Stock(dice) / sizes.Count : 0;
        var percent = 70 + dice.Below(61);
        foreach (var size in sizes)
        {
            var id = ids.New<VariantId>();
            var price = Money.Dong(Math.Max(Variant.LeastPrice, ((size.Price.Minor * percent) + 50_000) / 100_000 * 1_000));
            copy.AddSize(id, new(size.Name, size.Kind, size.NetAmount, price, new(size.ParcelGrams, size.LengthMm, size.WidthMm, size.HeightMm)), stock);
            if (stock > 0)
                db.Add(StockMove.Note(ids.New<StockMoveId>(), id, StockCause.Received, stock, "", by: null, at));
        }
    }

    // The same files: nothing is made anew.
    private void AddPhotos(MarketDb db, Product copy, IReadOnlyList<Photo> photos, DateTimeOffset at)
    {
        List<Photo> row = [];
        foreach (var f in photos)
        {
            var photo = Photo.Add(
                ids.New<PhotoId>(), copy.Cooperative, new(PhotoSubjectKind.Product, copy.Id.Value), new(f.Hash, f.Width, f.Height, f.Colors), f.Alt, row, f.State == PhotoState.Ready, at, f.Weights);
            row.Add(photo);
            var entry = db.Add(photo);
            entry.Property(p => p.State).CurrentValue = f.State;
            entry.Property(p => p.FocusX).CurrentValue = f.FocusX;
            entry.Property(p => p.FocusY).CurrentValue = f.FocusY;
        }
    }

    private static LocalizedText Renamed(LocalizedText name, Dice dice)
    {
        var nth = (1 + dice.Below(99)).ToString(CultureInfo.InvariantCulture);
        var added = dice.Chance(30) ? new LocalizedText($"số {nth}", $"no. {nth}") : dice.One(Added);
        return new(name.All.Select(n => KeyValuePair.Create(n.Key, n.Key == "vi" ? $"{n.Value} {added.Vi}" : $"{n.Value}, {added.In(n.Key)}")));
    }

    // Zipf's law over goods: the first has a thousand times what the last ones have; one in twenty is sold out.
    private static int Stock(Dice dice) => Math.Max(0, (First / (1 + dice.Below(Ranks))) - (First / FirstWithNone));

    // Zipf's law: 1 is thrown twice as often as 2 and three times as often as 3.
    private static int Rank(Dice dice, int last)
    {
        const int weight = 1_000_000;
        var thrown = dice.Below(Enumerable.Range(1, last).Sum(rank => weight / rank));
        var at = 1;
        for (; thrown >= weight / at; at++)
            thrown -= weight / at;
        return at;
    }
}
