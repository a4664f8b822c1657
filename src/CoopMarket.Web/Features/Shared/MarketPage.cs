using System.Security.Claims;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CoopMarket.Web.Features.Shared;

/// <summary>What every page can do: know who asks, send a request, show a form again with its flaws.</summary>
internal abstract class MarketPage : PageModel
{
    /// <summary>The fields with flaws, in the order of the form.</summary>
    public const string FlawsKey = "flaws";

    /// <summary>A sentence to show after a redirect; kept for one page.</summary>
    public const string NoticeKey = "notice";

    protected Words Words => HttpContext.RequestServices.GetRequiredService<Words>();

    /// <summary>Who asks, from the session.</summary>
    protected Actor Actor
    {
        get
        {
            var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
            return Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var person) && User.Identity!.IsAuthenticated
                ? Actor.Of(new PersonId(person), address, Reader.ProvedAt(User))
                : Actor.Guest(address);
        }
    }

    /// <summary>«Đã lưu lúc 9:00», the same wherever something is kept.</summary>
    protected string SavedNow => Words["shared.saved-at", Clock];

    /// <summary>The time of day, for sentences.</summary>
    protected string Clock => Show.Time(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    protected Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request)
        => HttpContext.RequestServices.GetRequiredService<IMediator>().Send(request, HttpContext.RequestAborted);

    /// <summary>What a small file holds that was sent along; null where none was chosen.</summary>
    protected async Task<byte[]?> BytesOfAsync(IFormFile? sent)
    {
        if (sent is null)
            return null;
        using MemoryStream content = new();
        await sent.CopyToAsync(content, HttpContext.RequestAborted);
        return content.ToArray();
    }

    /// <summary>
    /// The same page with what was typed and a sentence for every flaw: 422 for bad input, 409 for a refusal. What is another's
    /// and what is not there are the same 404.
    /// </summary>
    protected ActionResult Again<TOutcome>(TOutcome outcome, string form = "Form")
        where TOutcome : IOutcome<TOutcome>
    {
        if (outcome.Refusal is Domain.Shared.NotFound)
            return NotFound();
        ViewData[FlawsKey] = outcome.Flaws.Select(f => Key(form, f.Path)).ToList();
        foreach (var flaw in outcome.Flaws)
            ModelState.AddModelError(Key(form, flaw.Path), Words.Of(flaw));
        if (outcome.Refusal is { } refusal)
            ModelState.AddModelError("", Words.Of(refusal));
        Response.StatusCode = outcome.Kind is OutcomeKind.Invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>To where a thing is now, for good as far as search engines go. It may be called so again, so no browser shall remember it: it would go round in a ring.</summary>
    /// <param name="path">From the root, without a language; the query of the address is taken along.</param>
    protected LocalRedirectResult Moved(string path)
    {
        Response.Headers.CacheControl = "no-cache";
        return LocalRedirectPermanent("~" + path + Request.QueryString);
    }

    /// <summary>The same page with what was typed, 422: some of it could not even be read, and <c>ModelState</c> says what.</summary>
    protected PageResult Unreadable()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Goes to an address of the market in the reader's language, with a sentence to show there.</summary>
    protected LocalRedirectResult GoTo(string path, string? noticeKey = null, params object[] args)
    {
        if (noticeKey is not null)
            TempData[NoticeKey] = Words[noticeKey, args];
        return LocalRedirect("~" + path);
    }

    /// <summary>After a refusal of a command that has no form: the sentence is shown on the page gone to; 404 where it is not there.</summary>
    protected ActionResult GoToWith(string path, Refusal refusal)
    {
        if (refusal is Domain.Shared.NotFound)
            return NotFound();
        TempData[NoticeKey] = Words.Of(refusal);
        return LocalRedirect("~" + path);
    }

    private static string Key(string form, string field) => form.Length == 0 || field.Length == 0 ? field : $"{form}.{field}";
}
