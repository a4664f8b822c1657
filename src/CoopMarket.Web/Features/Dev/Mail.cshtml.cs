using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Dev;

/// <summary>The mails in the data directory; Development only.</summary>
internal sealed class MailModel(MailFolder folder, IHostEnvironment environment) : MarketPage
{
    private const int Most = 100;

    public IReadOnlyList<KeptMail> Mails { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Open { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment())
            return NotFound();
        Mails = await folder.NewestAsync(Most, HttpContext.RequestAborted);
        return Page();
    }
}
