using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The labels of a lot, made to be printed.</summary>
internal sealed class LotLabelsModel : DeskPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public LotId Id { get; set; }

    /// <summary>Of which size; the first where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public VariantId Size { get; set; }

    [BindProperty(SupportsGet = true)]
    public LabelPaper Paper { get; set; }

    /// <summary>In which language; Vietnamese where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string In { get; set; } = Languages.All[0];

    public LotLabels.View View { get; private set; } = null!;

    /// <summary>The size whose labels are shown; null where none is offered.</summary>
    public LotLabels.Size? Chosen => View.Sizes.FirstOrDefault(s => s.Id == Size) ?? View.Sizes.FirstOrDefault();

    public async Task<IActionResult> OnGetAsync()
    {
        if (await SendAsync(new LotLabels.Query(Actor, Cooperative, Id)) is not { } view)
            return NotFound();
        View = view;
        In = Languages.All.Contains(In) ? In : Languages.All[0];
        Paper = Enum.IsDefined(Paper) ? Paper : LabelPaper.A24;
        return Page();
    }
}
