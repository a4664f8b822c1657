using System.Globalization;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Selling a product ahead of its harvest.</summary>
internal sealed class SellAheadModel : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public SellAhead.Form Form { get; set; } = new();

    public AheadBook.View Book { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await ReadAsync();
        (Form.From, Form.To, Form.Until) = (Book.Terms?.From, Book.Terms?.To, Book.Terms?.Until);
        Form.Quota = Product.Offered.ToDictionary(s => s.Id.ToString(), s => Book.OpenOf(s.Id)?.Count.Quota.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new SellAhead.Command(Actor, Cooperative, Id, Form.Quota, Form.From, Form.To, Form.Until));
        return outcome.IsDone ? GoTo(Here + "/ahead", "catalog.ahead.saved") : Again(outcome);
    }

    public Task<IActionResult> OnPostEndAsync() => DoAsync(new EndAhead.Command(Actor, Cooperative, Id), "catalog.ahead.ended", "/ahead");

    private async Task ReadAsync() => Book = await SendAsync(new AheadBook.Query(Actor, Cooperative, Id));
}
