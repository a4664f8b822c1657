using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LotSharing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "lot",
                table: "income_sharings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "lot",
                table: "income_sale_shares",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "pieces",
                table: "income_sale_shares",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "lot",
                table: "income_sharings");

            migrationBuilder.DropColumn(
                name: "lot",
                table: "income_sale_shares");

            migrationBuilder.DropColumn(
                name: "pieces",
                table: "income_sale_shares");
        }
    }
}
