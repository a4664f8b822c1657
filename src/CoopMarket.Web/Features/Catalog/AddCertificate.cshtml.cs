using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>A new certificate of a product.</summary>
internal sealed class AddCertificateModel : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public AddCertificate.Form Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(AddCertificate.Command.Of(Actor, Cooperative, Id, Form));
        return outcome.IsDone ? GoTo(Here + "/origin", "catalog.papers.added") : Again(outcome);
    }
}
