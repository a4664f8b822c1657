using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>A page about one product of the desk at which the member sits; others' products are not there.</summary>
internal abstract class ProductPage : DeskPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public ProductId Id { get; set; }

    public ProductView Product { get; private set; } = null!;

    /// <summary>The product's place at the desk.</summary>
    public string Here => $"/sell/products/{Id}";

    /// <summary>Whether it is still being set up, step by step.</summary>
    public bool IsBeingSetUp => Product.State == Domain.Catalog.ProductState.Draft;

    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        => base.OnPageHandlerExecutionAsync(context, async () =>
        {
            Product = await SendAsync(new OwnProduct.Query(Actor, Cooperative, Id)) ?? throw new AccessDeniedException("product", Actor);
            return await next();
        });

    /// <summary>Keeps what was typed and goes on: to the next step while it is being set up, else back to the product.</summary>
    /// <param name="command">What keeps it.</param>
    /// <param name="nextStep">The next step's place below the product's.</param>
    /// <param name="left">The key of what to say there of what was left open; null: nothing.</param>
    protected async Task<IActionResult> SaveAsync<TOutcome>(ICommand<TOutcome> command, string nextStep, string? left = null)
        where TOutcome : IOutcome<TOutcome>
    {
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(command);
        if (outcome.Kind != OutcomeKind.Done)
            return Again(outcome);
        return IsBeingSetUp ? GoTo(Here + nextStep, left) : GoTo(Here, "catalog.saved");
    }

    /// <summary>Saved while typing: answers one sentence. Only before it is on sale; what readers see changes when she says so.</summary>
    /// <param name="command">What keeps it.</param>
    /// <param name="seen">What the text is known by once it is kept; null where it is known by nothing.</param>
    protected async Task<IActionResult> KeepAsync<TOutcome>(ICommand<TOutcome> command, string? seen = null)
        where TOutcome : IOutcome<TOutcome>
    {
        if (!IsBeingSetUp || !ModelState.IsValid)
            return StatusCode(StatusCodes.Status422UnprocessableEntity, Words["shared.not-saved"]);
        var outcome = await SendAsync(command);
        return Kept(outcome, outcome.Kind == OutcomeKind.Done ? seen : null);
    }

    /// <summary>Does something that needs no form and comes back.</summary>
    protected async Task<IActionResult> DoAsync<TOutcome>(ICommand<TOutcome> command, string noticeKey, string where = "")
        where TOutcome : IOutcome<TOutcome>
    {
        var outcome = await SendAsync(command);
        return outcome.Refusal is { } refusal ? GoToWith(Here + where, refusal) : GoTo(Here + where, noticeKey);
    }
}
