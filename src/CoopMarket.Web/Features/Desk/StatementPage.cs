using System.Globalization;
using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A page about one month of a cooperative's account: the statement, and the market's fee bill.</summary>
internal abstract class StatementPage : DeskPage
{
    /// <summary>As in the address: 2026-11.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string Asked { get; set; } = "";

    public Statement.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Reads the month's account; false where there is none.</summary>
    protected async Task<bool> LoadAsync()
    {
        if (!DateOnly.TryParseExact(Asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || month.Year < 2000 || month.Year > 9000)
            return false;
        return (View = (await SendAsync(new Statement.Query(Actor, Cooperative, month)))!) is not null;
    }
}
