using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CoopMarket.Web.Features.Desk.Contract;

/// <summary>
/// A page of a cooperative's desk. It knows at which desk the signed-in member sits: the one she chose, else her first.
/// Who belongs to none is sent to the application; who isn't signed in, to sign in. Rights are decided by the requests it sends;
/// a member whose work it isn't is told so when she opens it, instead of after she has typed.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class DeskPage : MarketPage
{
    /// <summary>The cookie that remembers the chosen desk.</summary>
    public const string DeskCookie = "desk";

    /// <summary>In the answer to a script: what the kept text is known by.</summary>
    private const string SeenHeader = "Form-Seen";

    /// <summary>Where she sits.</summary>
    public DeskSeat Seat { get; private set; } = null!;

    /// <summary>All her desks, for the switch.</summary>
    public IReadOnlyList<DeskSeat> Seats { get; private set; } = [];

    /// <summary>Whose work the page is; everybody's, unless it says otherwise.</summary>
    protected virtual DeskRoles Work => DeskRoles.Any;

    /// <summary>Whether it is shown also at the desk of a cooperative that is suspended.</summary>
    protected virtual bool AlsoSuspended => false;

    /// <summary>Whose desk it is; taken from the membership, never from a form.</summary>
    protected CooperativeId Cooperative => Seat.Cooperative;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Actor.Person is not { } person)
            throw new AccessDeniedException("desk", Actor);

        var services = HttpContext.RequestServices;
        Seats = await services.GetRequiredService<Memberships>().OfAsync(person, HttpContext.RequestAborted, AlsoSuspended);
        if (Seats.Count == 0)
        {
            context.Result = HttpMethods.IsGet(Request.Method) ? LocalRedirect("~/sell/apply") : NotFound();
            return;
        }

        var chosen = Request.Cookies[services.GetRequiredService<MarketCookies>().Name(DeskCookie)];
        Seat = Seats.FirstOrDefault(s => s.Slug == chosen) ?? Seats[0];
        ViewData["Desk"] = Seat;
        ViewData["Desks"] = Seats;
        ViewData["Waits"] = await services.GetRequiredService<DeskBadge>().OfAsync(Cooperative, HttpContext.RequestAborted);
        if (HttpMethods.IsGet(Request.Method) && !Work.HasFlag(Memberships.Right(Seat.Role)))
        {
            ViewData["Work"] = Work;
            context.Result = new ViewResult { ViewName = "/Features/Desk/NotHerWork.cshtml", ViewData = ViewData, TempData = TempData, StatusCode = StatusCodes.Status403Forbidden };
            return;
        }

        await next();
    }

    /// <summary>The answer to a script that keeps what is typed: the sentence that the desk shows, and what the text is known by next time.</summary>
    protected IActionResult Kept<TOutcome>(TOutcome outcome, string? seen = null)
        where TOutcome : IOutcome<TOutcome>
    {
        if (outcome.Refusal is Domain.Shared.NotFound)
            return NotFound();
        if (seen is not null)
            Response.Headers[SeenHeader] = seen;
        var isKept = outcome.Kind == OutcomeKind.Done;
        Response.StatusCode = isKept ? StatusCodes.Status200OK : outcome.Refusal is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return Content(isKept ? SavedNow : outcome.Refusal is { } refusal ? Words.Of(refusal) : string.Join(' ', outcome.Flaws.Select(Words.Of)));
    }
}
