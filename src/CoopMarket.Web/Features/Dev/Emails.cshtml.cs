using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Dev;

/// <summary>Every mail in every situation it has, in the language of the page; Development only.</summary>
internal sealed class EmailsModel(IEnumerable<EmailSituation> situations, Mailroom mailroom, IHostEnvironment environment) : MarketPage
{
    public IReadOnlyList<(string Name, Letter Letter)> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment())
            return NotFound();
        List<(string, Letter)> mails = [];
        foreach (var situation in situations)
            mails.Add((situation.Name, await mailroom.WriteAsync(default, "hanh@demo.test", Languages.Current, situation.Template, situation.Model)));
        Mails = mails;
        return Page();
    }
}
