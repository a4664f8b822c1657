using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Lots;

/// <summary>A new lot: of which product, then what there is to say of it.</summary>
internal sealed class RecordLotModel(ProductSheets sheets, Makers makers, TimeProvider time) : DeskPage, ILotPage
{
    /// <summary>Null until one is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "product")]
    public ProductId? Product { get; set; }

    [BindProperty]
    public LotForm Form { get; set; } = new();

    public ProductSheet? Chosen { get; private set; }

    public IReadOnlyList<(ProductId Id, LocalizedText Name)> Products { get; private set; } = [];

    public IReadOnlyList<MakerCard> Makers { get; private set; } = [];

    public IReadOnlyList<LotPaper> Papers => Chosen is null ? [] : [.. LotPapers.Of(Chosen)];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        if (Chosen is { } of)
            Form = new() { MadeOn = VietnamDay.Of(time.Now()), Village = of.Village, CommuneCode = of.CommuneCode, Maker = of.Maker, Papers = [.. of.Papers.Select(p => p.Number)] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LookUpAsync() || Product is not { } product)
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new RecordLot.Command(Actor, Cooperative, product, Form));
        return outcome.IsDone ? GoTo($"/sell/lots/{outcome.Value}", "lots.new.done") : Again(outcome);
    }

    private async Task<bool> LookUpAsync()
    {
        if (Product is not { } product)
            Products = (await SendAsync(new OwnLots.Query(Actor, Cooperative, null))).Products;
        else if ((Chosen = await sheets.OneAsync(Cooperative, product, HttpContext.RequestAborted)) is null)
            return false;
        Makers = await makers.OfAsync(Cooperative, HttpContext.RequestAborted);
        return true;
    }
}
