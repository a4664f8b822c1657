using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Dev;

/// <summary>Every mail in every situation it has, in the language of the page; Development only.</summary>
internal sealed class EmailsModel(IEnumerable<EmailSituation> situations, Mailroom mailroom, IHostEnvironment environment) : MarketPage
{
    // A mail brings its styles along, and a frame obeys the page around it: here alone, where no buyer comes, they may be seen.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

    public IReadOnlyList<(string Name, Letter Letter)> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment())
            return NotFound();
        Response.Headers.ContentSecurityPolicy = Policy;
        List<(string, Letter)> mails = [];
        foreach (var situation in situations)
            mails.Add((situation.Name, await mailroom.WriteAsync(default, "hanh@demo.test", Languages.Current, situation.Template, situation.Model)));
        Mails = mails;
        return Page();
    }
}
